import QtQuick

// The judges are scoring: how many ballots are in, and no number of any of them.
ScreenBase {
    id: screen

    readonly property var entry: view.entry || null

    EntryHead {
        id: head
        theme: screen.theme
        visible: !!screen.entry
        x: screen.margin
        y: 7 * screen.u
        width: screen.width - 2 * screen.margin
        centred: true
        entry: screen.entry || ({ number: 0, name: "", category: "" })
        largest: 10 * screen.u
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: (head.y + head.height + next.y - height) / 2
        width: screen.width - 2 * screen.margin
        spacing: 1.6 * screen.u

        Caption {
            theme: screen.theme
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: screen.view.scoring_open ? qsTr("The judges are scoring") : qsTr("Scoring is closed. The score follows shortly.")
            font.pixelSize: screen.theme.smallest
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 4.5 * screen.u

            TabularNumber {
                theme: screen.theme
                objectName: "ballots"
                height: 1.15 * size
                text: screen.view.ballots_in
                color: screen.theme.text
                strength: 0.03
                size: 20 * screen.u
            }

            Words {
                theme: screen.theme
                objectName: "ballots"
                height: 1.15 * font.pixelSize
                verticalAlignment: Text.AlignVCenter
                text: "/ " + screen.view.ballots_expected
                color: screen.theme.soft
                font.pixelSize: 20 * screen.u
                font.features: { "tnum": 1 }
            }
        }

        Flow {
            readonly property real step: 4.4 * screen.u
            readonly property int fitting: Math.max(1, Math.floor((parent.width + 1.6 * screen.u) / step))
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(fitting, Math.max(1, screen.view.ballots_expected)) * step - spacing + 0.5
            spacing: 1.6 * screen.u

            Repeater {
                model: Math.min(60, screen.view.ballots_expected)
                Rectangle {
                    required property int index
                    readonly property bool in_: index < screen.view.ballots_in
                    width: 2.8 * screen.u
                    height: width
                    radius: width / 2
                    color: in_ ? screen.theme.accent : "transparent"
                    border.color: in_ ? screen.theme.accent : screen.theme.soft
                    border.width: Math.max(1, 0.25 * screen.u)
                }
            }
        }

        Caption {
            theme: screen.theme
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Ballots received")
            font.pixelSize: screen.theme.label
        }
    }

    NextUp {
        room: screen.width - 2 * screen.margin
        id: next
        theme: screen.theme
        entry: screen.view.upcoming
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 5 * screen.u
    }
}
