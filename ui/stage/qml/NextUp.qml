import QtQuick

// Who comes next, at the foot of a screen.
Row {
    id: next

    required property Theme theme
    property var entry: null
    // How wide it may be; a long name wraps.
    required property real room

    visible: !!entry
    spacing: 2 * theme.unit

    Caption {
        id: label
        theme: next.theme
        anchors.baseline: name.baseline
        text: qsTr("Next")
        font.pixelSize: next.theme.label
    }

    Words {
        id: name
        theme: next.theme
        objectName: "name"
        text: next.entry ? qsTr("No. %1").arg(String(next.entry.number).padStart(2, "0")) + "  " + next.entry.name : ""
        font.pixelSize: next.theme.smallest
        width: Math.min(implicitWidth, next.room - label.implicitWidth - next.spacing)
        wrapMode: Text.Wrap
        lineHeight: 0.9
    }
}
