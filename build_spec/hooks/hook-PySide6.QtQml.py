from build_spec.bundling import of_qt, qml

hiddenimports, binaries, datas = of_qt(__file__)
libraries, files = qml()
binaries += libraries
datas += files
