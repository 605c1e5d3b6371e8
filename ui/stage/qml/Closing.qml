import QtQuick

// After it: a word of thanks.
ScreenBase {
    id: screen

    Frame {
        theme: screen.theme
        anchors.fill: parent
        anchors.margins: 3.4 * screen.u
    }

    Column {
        anchors.centerIn: parent
        width: screen.width - 2 * screen.margin - 14 * screen.u
        spacing: 3.2 * screen.u

        Emblem {
            anchors.horizontalCenter: parent.horizontalCenter
            source: screen.stage.logo
            tallest: 17 * screen.u
            widest: 60 * screen.u
        }

        FitText {
            theme: screen.theme
            objectName: "title"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Thank you")
            color: screen.theme.accent
            font.family: screen.theme.serif
            strength: 0.012
            largest: 15 * screen.u
        }

        Rule {
            theme: screen.theme
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width * 0.5, 60 * screen.u)
        }

        Headline {
            theme: screen.theme
            objectName: "name"
            anchors.horizontalCenter: parent.horizontalCenter
            room: parent.width
            words: screen.view.title
            largest: 5.6 * screen.u
        }

        Caption {
            theme: screen.theme
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: screen.view.organizer
            font.pixelSize: screen.theme.label
        }
    }
}
