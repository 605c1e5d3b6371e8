from build_spec.bundling import of_qt

hiddenimports, binaries, datas = of_qt(__file__)
