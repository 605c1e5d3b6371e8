import QtQuick

// One line of the leaderboard. The latest result stands in full colour; a returning unit is framed and flagged.
PlacedRow {
    id: line

    required property bool twoLines
    required property bool compact
    required property real scoreWidth
    readonly property bool ranked: row.status === "complete" && row.rank !== undefined && row.rank !== null
    readonly property color ink: row.latest ? theme.accentInk : theme.text
    readonly property color quiet: row.latest ? theme.accentInk : theme.soft

    objectName: "boardLine"
    z: row.latest ? 1 : 0

    face: Item {
        id: face

        // How much room the name lacks beside all that is said of the row: then less is said, first of the places risen.
        readonly property real lacking: name.needed + notes.whole + (flag.visible ? flag.whole + 1.5 * line.u : 0) + 3.5 * line.u
                                        - (score.x - name.x)

        Rectangle {
            objectName: "rowGround"
            anchors.fill: parent
            anchors.topMargin: 0.35 * line.theme.unit
            anchors.bottomMargin: 0.35 * line.theme.unit
            radius: 1.1 * line.u
            color: line.row.latest ? line.theme.accent : line.theme.panel
            border.color: line.row.returns ? line.theme.accent : "transparent"
            border.width: line.row.returns ? Math.max(1, 0.3 * line.u) : 0
        }

        RankBadge {
            theme: line.theme
            visible: line.ranked
            rank: line.ranked ? line.row.rank : 0
            inverse: line.row.latest
            size: 6 * line.u
            x: 2.2 * line.u
            anchors.verticalCenter: parent.verticalCenter
        }

        FitText {
            id: name
            theme: line.theme
            objectName: "name"
            x: 10.4 * line.u
            room: notes.x - x - 1.5 * line.u - (flag.visible ? flag.width + 1.5 * line.u : 0)
            width: snug
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: lift
            text: line.row.name
            color: line.ink
            largest: line.twoLines ? Math.max(line.theme.smallest, 0.41 * line.pitch) : 4.8 * line.u
            smallest: line.theme.caption
            lines: line.twoLines ? 2 : 1
        }

        ReturnFlag {
            id: flag
            theme: line.theme
            visible: line.row.returns
            bare: line.compact || face.lacking > notes.moveWidth
            inverse: line.row.latest
            size: line.caption
            x: name.x + name.width + 1.5 * line.u
            anchors.verticalCenter: parent.verticalCenter
        }

        BoardNotes {
            id: notes
            theme: line.theme
            size: line.caption
            row: line.row
            compact: line.compact
            brief: face.lacking > 0
            ink: line.quiet
            anchors.right: score.left
            anchors.rightMargin: width > 0 ? 2 * line.u : 0
            anchors.verticalCenter: parent.verticalCenter
        }

        TabularNumber {
            id: score
            theme: line.theme
            objectName: "score"
            anchors.right: parent.right
            anchors.rightMargin: 2.4 * line.u
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: -0.04 * size
            width: line.ranked ? line.scoreWidth * line.grown : undefined
            text: line.ranked ? line.row.score : line.row.status === "no_show" ? qsTr("No-show") : qsTr("Withdrawn")
            color: line.ranked ? line.ink : line.quiet
            size: line.ranked ? 5.2 * line.u : line.smallest
        }
    }
}
