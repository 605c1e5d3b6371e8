import QtQuick

// Says on every screen of a rehearsal that nothing of it counts.
Item {
    id: mark

    required property Theme theme
    property bool dark: false

    clip: true

    Words {
        readonly property real size: Math.min(46 * theme.unit, 0.8 * mark.width / Math.max(2, 0.85 * text.length))

        theme: mark.theme
        objectName: "watermark"
        anchors.centerIn: parent
        rotation: -18
        opacity: 0.07
        text: qsTr("REHEARSAL")
        font.pixelSize: size
        font.letterSpacing: 0.15 * size
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: words.width + 4 * mark.theme.unit
        height: 4.6 * mark.theme.unit
        radius: mark.theme.unit
        y: -radius
        color: mark.dark ? "#262626" : mark.theme.alarm

        HeavyText {
            id: words
            theme: mark.theme
            objectName: "caption"
            anchors.centerIn: parent
            anchors.verticalCenterOffset: 0.4 * mark.theme.unit
            text: qsTr("Rehearsal: results do not count")
            color: mark.dark ? "#B0B0B0" : mark.theme.alarmInk
            size: mark.theme.caption
        }
    }
}
