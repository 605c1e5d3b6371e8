"""The judge's panel as a window: it talks to the desk over HTTP alone, also on the desk's own laptop."""
