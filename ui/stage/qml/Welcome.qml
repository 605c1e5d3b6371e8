import QtQuick

// Before it begins: what this is, and who holds it.
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

        Headline {
            theme: screen.theme
            objectName: "title"
            anchors.horizontalCenter: parent.horizontalCenter
            room: parent.width
            strength: 0.012
            words: screen.view.title
            color: screen.theme.accent
            font.family: screen.theme.serif
            largest: 11 * screen.u
        }

        Rule {
            theme: screen.theme
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width * 0.5, 60 * screen.u)
        }

        Words {
            theme: screen.theme
            objectName: "name"
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("Round %1").arg(screen.view.round)
            font.pixelSize: 5.2 * screen.u
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
