import QtQuick

// One result: who, the score, how it came about, the rank so far.
ScreenBase {
    id: screen

    readonly property var none: ({ entry: { number: 0, name: "", category: "" }, status: "none", components: [], final: false, tied: false })
    readonly property var reveal: view.reveal || none
    readonly property int mostChips: Math.max(0, ...(reveal.groups || []).map(group => group.chips.length))
    readonly property bool scored: reveal.status === "complete"
    readonly property bool bare: stage.groups.count === 0
    readonly property bool parts: reveal.components.length > 0 || !!reveal.adjustment
    readonly property real headWidth: wide ? (width - 2 * margin) * 0.4 : width - 2 * margin
    readonly property real scoreSize: wide ? 30 * u : 25 * u

    readonly property bool told: !!reveal.score
    readonly property var trims: (reveal.groups || []).map(group => group.trim).filter(trim => trim[0] || trim[1])

    // 去掉一个最高分，去掉一个最低分: what was dropped most, in words.
    function droppedWords() {
        const high = Math.max(0, ...trims.map(trim => trim[0]))
        const low = Math.max(0, ...trims.map(trim => trim[1]))
        if (high === 1 && low === 1)
            return qsTr("The highest and the lowest score are dropped")
        const comma = stage.language === "zh" ? "，" : ", "
        const words = [high === 0 ? "" : high === 1 ? qsTr("The highest score is dropped") : qsTr("%n highest dropped", "", high),
                       low === 0 ? "" : low === 1 ? qsTr("The lowest score is dropped") : qsTr("%n lowest dropped", "", low)]
        return words.filter(word => word !== "").join(comma)
    }

    function beatWords() {
        switch (reveal.beat) {
        case "sealed": return qsTr("The score is about to be revealed")
        case "ballots": return qsTr("What the judges gave")
        case "dropped": return droppedWords()
        case "groups": return qsTr("The scores of the judge groups")
        case "parts": return qsTr("What else counts")
        default: return ""
        }
    }

    function rankWords() {
        const words = reveal.final ? (reveal.tied ? qsTr("Rank %1 (tied)") : qsTr("Rank %1"))
                                   : (reveal.tied ? qsTr("Rank so far: %1 (tied)") : qsTr("Rank so far: %1"))
        return words.arg(reveal.rank)
    }

    // Nothing is revealed yet, or what was is taken back.
    HeavyText {
        theme: screen.theme
        objectName: "name"
        visible: screen.reveal.status === "none"
        anchors.centerIn: parent
        text: qsTr("Not revealed yet")
        color: screen.theme.soft
        size: 9 * screen.u
    }

    NoScore {
        theme: screen.theme
        visible: screen.reveal.status === "no_show" || screen.reveal.status === "withdrawn"
        anchors.centerIn: parent
        width: screen.width - 2 * screen.margin
        entry: screen.reveal.entry
        words: screen.reveal.status === "withdrawn" ? qsTr("Withdrawn") : qsTr("No-show")
    }

    EntryHead {
        id: head
        theme: screen.theme
        visible: screen.scored
        x: screen.margin
        y: 8 * screen.u
        width: screen.wide ? screen.headWidth : screen.headWidth - scoreBox.width - 4 * screen.u
        entry: screen.reveal.entry
        largest: 9 * screen.u
        lines: screen.ratio < 1.5 ? 3 : 2
    }

    Item {
        id: scoreBox
        visible: screen.scored
        width: screen.told ? finalScore.advanceWidth : Math.max(scoreCaption.width, sealed.width + screen.u)
        height: 30 * screen.u
        x: screen.wide ? screen.margin : screen.width - screen.margin - width
        y: screen.wide ? head.y + head.height + 5 * screen.u : 5 * screen.u

        Caption {
            id: scoreCaption
            theme: screen.theme
            anchors.right: screen.wide ? undefined : parent.right
            text: qsTr("Final score")
            font.pixelSize: screen.theme.label
        }

        Sealed {
            id: sealed
            theme: screen.theme
            visible: !screen.told
            size: 7 * screen.u
            x: screen.wide ? 1.4 * screen.u : parent.width - width - 1.4 * screen.u
            y: 12 * screen.u
        }

        // The room of the score is that of its end: nothing moves while it counts up.
        TextMetrics {
            id: finalScore
            text: screen.reveal.score || ""
            font: score.font
        }

        TabularNumber {
            id: score
            theme: screen.theme
            objectName: "revealedScore"
            anchors.right: parent.right
            y: 2.8 * screen.u - 0.16 * size
            text: screen.told ? screen.stage.score.text : ""
            strength: 0.035
            font.letterSpacing: 0.02 * size
            size: screen.scoreSize
        }
    }

    GroupCards {
        theme: screen.theme
        groups: screen.stage.groups
        grown: screen.wide ? 1.6 : 1
        tallest: (screen.mostChips > 6 ? 47 : 37.5) * screen.u * grown
        x: screen.wide ? screen.margin + screen.headWidth + 6 * screen.u : screen.margin
        y: screen.wide ? 8 * screen.u : Math.max(39 * screen.u, head.y + head.height + 3 * screen.u)
        width: screen.width - screen.margin - x
        height: partsLine.y - y - 3 * screen.u
        mostColumns: screen.ratio < 1.5 ? 3 : 4
    }

    ScoreParts {
        id: partsLine
        theme: screen.theme
        components: screen.reveal.components
        adjustment: screen.reveal.adjustment || ""
        x: screen.wide ? screen.margin + screen.headWidth + 6 * screen.u : screen.margin
        width: screen.width - screen.margin - x
        grown: screen.bare ? 2 : 1
        y: screen.bare ? 44 * screen.u : (screen.wide ? rules.y : foot.y) - (screen.parts ? height + 2.5 * screen.u : 0)
    }

    Item {
        id: foot
        x: screen.margin
        width: screen.width - 2 * screen.margin
        height: 9 * screen.u
        y: screen.height - height - 5 * screen.u

        RankPlate {
            id: plate
            theme: screen.theme
            objectName: "rankPlate"
            visible: screen.scored && !!screen.reveal.rank && !screen.stage.score.running
            x: screen.wide ? 0 : parent.width - width
            height: parent.height
            words: screen.rankWords()
        }

        Tag {
            id: review
            theme: screen.theme
            objectName: "review"
            visible: screen.reveal.review === true
            x: !screen.told ? parent.width - width : screen.wide ? plate.width + 3 * screen.u : plate.x - width - 3 * screen.u
            anchors.verticalCenter: parent.verticalCenter
            words: qsTr("Under review")
            ink: screen.theme.text
            size: screen.theme.label
        }
    }

    FitText {
        theme: screen.theme
        objectName: "name"
        visible: screen.scored && !screen.told
        x: screen.margin
        y: foot.y
        width: foot.width - (review.visible ? review.width + 3 * screen.u : 0)
        height: foot.height
        verticalAlignment: Text.AlignVCenter
        text: screen.beatWords()
        color: screen.theme.text
        largest: 5.4 * screen.u
        smallest: screen.theme.smallest
    }

    Caption {
        id: rules
        theme: screen.theme
        visible: screen.scored && screen.told
        x: screen.wide ? screen.margin + screen.headWidth + 6 * screen.u : screen.margin
        width: screen.wide ? screen.width - screen.margin - x
                           : foot.width - plate.width - 4 * screen.u - (review.visible ? review.width + 3 * screen.u : 0)
        height: foot.height
        y: foot.y
        verticalAlignment: Text.AlignVCenter
        text: screen.stage.rules
    }
}
