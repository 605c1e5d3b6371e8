import QtQuick

// One line of the running order: number, name, category, and how far it has come.
PlacedRow {
    id: line

    required property bool twoLines
    readonly property bool current: row.state === "on_stage"
    readonly property bool out: row.state === "no_show" || row.state === "withdrawn"
    readonly property color ink: current ? theme.accentInk : out ? theme.soft : theme.text
    readonly property color quiet: current ? theme.accentInk : theme.soft

    function stateWords() {
        switch (row.state) {
        case "on_stage": return qsTr("On stage")
        case "scored": return qsTr("Scored")
        case "revealed": return qsTr("Announced")
        case "no_show": return qsTr("No-show")
        case "withdrawn": return qsTr("Withdrawn")
        default: return ""
        }
    }

    objectName: "lineupLine"

    face: Item {
        Rectangle {
            objectName: "rowGround"
            anchors.fill: parent
            anchors.topMargin: 0.35 * line.theme.unit
            anchors.bottomMargin: 0.35 * line.theme.unit
            radius: 1.1 * line.u
            color: line.current ? line.theme.accent : line.theme.panel
        }

        TabularNumber {
            theme: line.theme
            objectName: "rank"
            x: 1.6 * line.u
            width: 7 * line.u
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: -0.04 * size
            horizontalAlignment: Text.AlignHCenter
            text: line.row.number
            color: line.current ? line.theme.accentInk : line.theme.accent
            size: line.smallest
        }

        FitText {
            id: name
            theme: line.theme
            objectName: "name"
            x: 10.4 * line.u
            room: notes.x - x - 1.5 * line.u
            width: snug
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: lift
            text: line.row.name
            color: line.ink
            largest: line.twoLines ? Math.max(line.theme.smallest, 0.41 * line.pitch) : 4.8 * line.u
            smallest: line.theme.caption
            lines: line.twoLines ? 2 : 1
        }

        Row {
            id: notes
            anchors.right: parent.right
            anchors.rightMargin: 2.4 * line.u
            anchors.verticalCenter: parent.verticalCenter
            spacing: 1.4 * line.u

            ReturnFlag {
                theme: line.theme
                size: line.caption
                visible: line.row.returned
                inverse: line.current
                anchors.verticalCenter: parent.verticalCenter
                words: qsTr("Back again")
            }

            Tag {
                theme: line.theme
                size: line.caption
                visible: words !== ""
                anchors.verticalCenter: parent.verticalCenter
                words: line.stateWords()
                ink: line.quiet
                framed: line.current
            }

            Tag {
                theme: line.theme
                size: line.caption
                visible: line.row.state === "waiting"
                anchors.verticalCenter: parent.verticalCenter
                words: line.row.category
                ink: line.quiet
                framed: false
            }
        }
    }
}
