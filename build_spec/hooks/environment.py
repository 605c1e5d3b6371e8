# Runs first in the frozen program. On Linux PyInstaller points the loader to the libraries of the bundle, and it has
# read that by now. What the program starts, a browser or a viewer, must get the system's own libraries.
import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
