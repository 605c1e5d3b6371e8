import QtQuick

// A unit that must compete again: its name, its board, its rank.
PlacedRow {
    id: line


    function rankWords() {
        if (row.status === "no_show")
            return qsTr("No-show")
        return row.rank ? qsTr("Rank %1").arg(row.rank) : ""
    }

    objectName: "returnLine"

    face: Item {
        Rectangle {
            objectName: "rowGround"
            anchors.fill: parent
            anchors.topMargin: 0.6 * line.theme.unit
            anchors.bottomMargin: 0.6 * line.theme.unit
            radius: 1.2 * line.u
            color: line.theme.panel
            border.color: line.theme.accent
            border.width: Math.max(1, 0.25 * line.u)
        }

        FitText {
            theme: line.theme
            objectName: "name"
            x: 4 * line.u
            room: parent.width - aside.width - 12 * line.u
            width: snug
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: lift
            text: line.row.name
            largest: Math.min(9 * line.theme.unit, 0.5 * line.pitch)
            smallest: line.theme.caption
            lines: line.pitch > 11 * line.u ? 2 : 1
        }

        Row {
            id: aside
            anchors.right: parent.right
            anchors.rightMargin: 4 * line.u
            anchors.verticalCenter: parent.verticalCenter
            spacing: 3 * line.u

            Caption {
                theme: line.theme
                anchors.verticalCenter: parent.verticalCenter
                text: line.row.board
                font.pixelSize: line.theme.label
            }

            HeavyText {
                theme: line.theme
                objectName: "rank"
                anchors.verticalCenter: parent.verticalCenter
                text: line.rankWords()
                color: line.theme.accent
                size: line.theme.smallest
            }
        }
    }
}
