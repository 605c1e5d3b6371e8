import QtQuick

// One place of a board: its number alone until it is told.
PlacedRow {
    id: line

    required property bool twoLines
    required property bool counting
    readonly property bool told: row.told === true
    readonly property bool latest: told && row.latest
    readonly property bool ranked: told && row.rank !== undefined && row.rank !== null
    readonly property color ink: latest ? theme.accentInk : theme.text

    objectName: "finaleLine"

    face: Item {
        Rectangle {
            objectName: "rowGround"
            anchors.fill: parent
            anchors.topMargin: 0.35 * line.theme.unit
            anchors.bottomMargin: 0.35 * line.theme.unit
            radius: 1.1 * line.u
            color: line.latest ? line.theme.accent : line.told ? line.theme.panel : "transparent"
            border.color: line.told && line.row.returns ? line.theme.accent : line.told ? "transparent" : line.theme.line
            border.width: line.told && !line.row.returns ? 0 : Math.max(1, (line.told ? 0.3 : 0.14) * line.u)
        }

        RankBadge {
            theme: line.theme
            visible: line.ranked || !line.told
            rank: line.ranked ? line.row.rank : line.row.place + 1
            plain: !line.told
            inverse: line.latest
            size: 6 * line.u
            x: 2 * line.u
            anchors.verticalCenter: parent.verticalCenter
        }

        Sealed {
            theme: line.theme
            visible: !line.told
            size: 1.6 * line.u
            x: 11 * line.u
            anchors.verticalCenter: parent.verticalCenter
            opacity: 0.5
        }

        FitText {
            theme: line.theme
            objectName: "name"
            visible: line.told
            x: 10 * line.u
            room: (flag.visible ? flag.x : score.x) - x - 1.2 * line.u
            width: snug
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: lift
            text: line.told ? line.row.name : ""
            color: line.ink
            largest: line.twoLines ? Math.max(line.theme.smallest, 0.41 * line.pitch) : 4.8 * line.u
            smallest: line.theme.caption
            lines: line.twoLines ? 2 : 1
        }

        ReturnFlag {
            id: flag
            theme: line.theme
            visible: line.told && line.row.returns
            bare: true
            inverse: line.latest
            size: line.caption
            x: score.x - width - 1.2 * line.u
            anchors.verticalCenter: parent.verticalCenter
        }

        TabularNumber {
            id: score
            theme: line.theme
            objectName: "score"
            anchors.right: parent.right
            anchors.rightMargin: 2 * line.u
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: -0.04 * size
            // The score told last counts up beside the list, and stands here once it has.
            opacity: line.latest && line.ranked && line.counting ? 0 : 1
            text: !line.told ? "" : line.row.score ? line.row.score
                  : line.row.status === "no_show" ? qsTr("No-show") : qsTr("Withdrawn")
            color: line.ink
            size: line.ranked ? 5 * line.u : line.smallest
        }
    }
}
