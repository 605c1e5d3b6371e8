import QtQuick

// The contest's own mark, as large as its room; nothing where there is none or it cannot be read.
Image {
    id: emblem

    required property real tallest
    required property real widest
    readonly property bool shown: status === Image.Ready && implicitWidth > 0
    readonly property real scaled: shown ? Math.min(tallest / implicitHeight, widest / implicitWidth) : 0

    visible: shown
    width: implicitWidth * scaled
    height: implicitHeight * scaled
    fillMode: Image.PreserveAspectFit
    mipmap: true
    asynchronous: false
    cache: false
}
