import QtQuick

// A short word in a frame: 复核中, 并列, 已公布.
Rectangle {
    id: tag

    required property Theme theme
    property alias words: label.text
    property color ink: theme.soft
    property bool framed: true
    property real size: theme.caption

    color: "transparent"
    border.color: framed ? ink : "transparent"
    border.width: Math.max(1, 0.18 * theme.unit)
    radius: 0.6 * theme.unit
    implicitWidth: label.implicitWidth + (framed ? 0.9 * size : 0)
    implicitHeight: 1.6 * size

    Words {
        id: label
        theme: tag.theme
        objectName: "caption"
        anchors.centerIn: parent
        color: tag.ink
        font.pixelSize: tag.size
    }
}
