import QtQuick

// Who comes next, at the foot of a screen.
Row {
    id: next

    required property Theme theme
    property var entry: null

    visible: !!entry
    spacing: 2 * theme.unit

    Caption {
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
    }
}
