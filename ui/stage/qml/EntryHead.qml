import QtQuick

// Who is meant: number, category, name.
Column {
    id: head

    required property Theme theme
    required property var entry
    property real largest: 9 * theme.unit
    property int lines: 2
    property bool centred: false

    spacing: 0.8 * theme.unit

    Words {
        theme: head.theme
        objectName: "caption"
        width: parent.width
        horizontalAlignment: head.centred ? Text.AlignHCenter : Text.AlignLeft
        text: qsTr("No. %1").arg(String(head.entry.number).padStart(2, "0")) + (head.entry.category ? " · " + head.entry.category : "")
        color: head.theme.accent
        font.pixelSize: head.theme.label
    }

    FitText {
        theme: head.theme
        objectName: "name"
        visible: !head.centred
        room: head.width
        width: snug
        text: head.entry.name
        largest: head.largest
        lines: head.lines
    }

    Headline {
        theme: head.theme
        objectName: "name"
        visible: head.centred
        anchors.horizontalCenter: parent.horizontalCenter
        room: head.width
        words: head.entry.name
        largest: head.largest
        lines: head.lines
    }
}
