import QtQuick

// The head of a screen: the contest's title, a line on what is shown, and a word at the right.
Item {
    id: header

    required property Theme theme
    required property string title
    property string subtitle
    property string aside
    property string logo
    property string asideBelow
    readonly property real u: theme.unit

    implicitHeight: 13.6 * u

    Emblem {
        id: emblem
        readonly property real room: shown ? width + 4 * header.u : 0
        source: header.logo
        tallest: 11 * header.u
        widest: 26 * header.u
    }

    FitText {
        id: title
        theme: header.theme
        objectName: "title"
        // A title that opens with a quotation mark hangs it, so that its first word stands on the margin.
        x: emblem.room + (header.title.startsWith("“") ? -0.52 * size : 0)
        width: header.width - emblem.room - (aside.visible ? aside.width + 3 * header.u : 0)
        height: 7 * header.u
        verticalAlignment: Text.AlignBottom
        text: header.title
        color: header.theme.accent
        font.family: header.theme.serif
        strength: 0.01
        largest: 4.8 * header.u
        smallest: header.theme.caption
        maximumLineCount: 2
    }

    Caption {
        id: subtitle
        theme: header.theme
        x: emblem.room
        y: 7.4 * header.u
        width: header.width - emblem.room - asideBelow.width - 2 * header.u
        text: header.subtitle
        wrapMode: Text.NoWrap
    }

    Caption {
        id: aside
        theme: header.theme
        anchors.right: parent.right
        anchors.bottom: title.bottom
        anchors.bottomMargin: 0.4 * header.u
        visible: text !== ""
        text: header.aside
        color: header.theme.accent
        wrapMode: Text.NoWrap
        font.features: { "tnum": 1 }
    }

    Caption {
        id: asideBelow
        theme: header.theme
        anchors.right: parent.right
        y: subtitle.y
        text: header.asideBelow
        wrapMode: Text.NoWrap
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(1, 0.16 * header.u)
        color: header.theme.line
    }
}
