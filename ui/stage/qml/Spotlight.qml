import QtQuick

// Who was told last: rank, name, score, and whether it must come back.
Item {
    id: spot

    required property Theme theme
    required property var row
    required property QtObject score
    required property bool flat
    readonly property real u: theme.unit
    readonly property bool scored: !!row.score
    readonly property real scoreSize: Math.min(flat ? 21 * u : 22 * u, (flat ? 0.48 : 1) * width / Math.max(1, 0.6 * (row.score || "").length))

    function rankWords() {
        if (row.status === "no_show")
            return qsTr("No-show")
        if (row.status === "withdrawn")
            return qsTr("Withdrawn")
        return (row.tied ? qsTr("Rank %1 (tied)") : qsTr("Rank %1")).arg(row.rank)
    }

    Column {
        id: who
        width: spot.flat ? spot.width * 0.5 : spot.width
        anchors.verticalCenter: spot.flat ? parent.verticalCenter : undefined
        y: spot.flat ? 0 : Math.max(0, (spot.height - height - (spot.scored ? 1.1 * spot.scoreSize : 0)) * 0.42)
        spacing: 2 * spot.u

        Flow {
            width: parent.width
            spacing: 2 * spot.u

            RankBadge {
                theme: spot.theme
                visible: medal
                rank: spot.row.rank || 0
                size: 8.6 * spot.u
            }

            RankPlate {
                theme: spot.theme
                height: 8.6 * spot.u
                words: spot.rankWords()
            }

            Tag {
                theme: spot.theme
                visible: !!spot.row.grade
                words: spot.row.grade || ""
                ink: spot.theme.text
                size: spot.theme.label
            }

            Tag {
                theme: spot.theme
                visible: spot.row.review === true
                words: qsTr("Under review")
                ink: spot.theme.text
                size: spot.theme.label
            }
        }

        FitText {
            theme: spot.theme
            objectName: "name"
            width: parent.width
            text: spot.row.name
            largest: (spot.flat ? spot.row.name.length > 14 ? 5.4 : 7 : 10) * spot.u
            smallest: spot.theme.smallest
            lines: 3
        }

        ReturnFlag {
            theme: spot.theme
            visible: spot.row.returns
            size: spot.flat ? 3.6 * spot.u : 4.4 * spot.u
        }
    }

    TabularNumber {
        theme: spot.theme
        objectName: "revealedScore"
        visible: spot.scored
        x: spot.flat ? spot.width - width : 0
        y: spot.flat ? (spot.height - height) / 2 : who.y + who.height
        text: spot.score.text
        strength: 0.035
        size: spot.scoreSize
    }
}
