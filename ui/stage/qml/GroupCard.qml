import QtQuick

// A judge group: its weight, its score, its ballots; the ones that were dropped are struck through.
Rectangle {
    id: card

    required property var row
    required property Theme theme
    property real grown: 1
    readonly property real u: theme.unit * grown
    readonly property bool told: row.score !== undefined && row.score !== null
    readonly property bool bare: row.chips.length === 0
    readonly property real pad: 2 * u
    readonly property var trim: row.trim

    function trimWords() {
        const words = []
        if (trim[0])
            words.push(qsTr("%n highest dropped", "", trim[0]))
        if (trim[1])
            words.push(qsTr("%n lowest dropped", "", trim[1]))
        return words.join("\n")
    }

    objectName: "card"
    color: theme.card
    radius: 1.2 * u

    Rectangle {
        width: parent.width
        height: 0.5 * card.u
        color: card.theme.accent
    }

    FitText {
        theme: card.theme
        objectName: "caption"
        x: card.pad
        y: card.pad * 0.8
        width: parent.width - 2 * card.pad - weight.width - card.u
        text: card.row.name
        font.bold: false
        color: card.theme.soft
        largest: 3.4 * card.u
        smallest: card.theme.caption
    }

    Words {
        id: weight
        theme: card.theme
        objectName: "caption"
        anchors.right: parent.right
        anchors.rightMargin: card.pad
        y: card.pad * 0.8
        text: card.row.left_out ? qsTr("not counted") : card.row.weight + "%"
        color: card.theme.accent
        font.pixelSize: 3.4 * card.u
    }

    Sealed {
        theme: card.theme
        visible: !card.told
        size: 2.6 * card.u
        x: card.pad + 0.6 * card.u
        anchors.verticalCenter: score.verticalCenter
    }

    TabularNumber {
        id: score
        theme: card.theme
        objectName: "score"
        x: card.pad
        y: 7 * card.u
        height: card.bare ? 14 * card.u : 9 * card.u
        text: card.told ? card.row.score : ""
        opacity: card.told ? 1 : 0
        Behavior on opacity {
            enabled: card.theme.animated
            NumberAnimation { duration: card.theme.fadeMs }
        }
        strength: 0.028
        size: Math.min(card.bare ? 12 * card.u : 8.4 * card.u, (card.width - 2 * card.pad) / Math.max(1, text.length * 0.56))
    }

    Caption {
        theme: card.theme
        visible: chips.hidden && text !== "" && height <= chips.height + card.pad
        x: card.pad
        y: chips.y
        width: parent.width - 2 * card.pad
        text: card.trimWords()
        lineHeight: 1
        font.pixelSize: 3.4 * card.u
    }

    ChipFlow {
        id: chips
        theme: card.theme
        chips: card.row.chips
        largest: 4.6 * card.u
        x: card.pad
        y: score.y + score.height + 1.6 * card.u
        width: parent.width - 2 * card.pad
        height: parent.height - y - card.pad * 0.8
    }
}
