import QtQuick

// The judge groups side by side; the chips shrink until every card holds its own.
Item {
    id: cards

    required property Theme theme
    required property QtObject groups
    property int mostColumns: 4
    property real grown: 1
    property real tallest: 37.5 * theme.unit * grown
    readonly property real gap: 2.4 * theme.unit
    readonly property int bands: Math.max(1, Math.ceil(groups.count / mostColumns))
    readonly property int columns: Math.max(1, Math.ceil(groups.count / bands))
    readonly property real cardWidth: (width - (columns - 1) * gap) / columns
    readonly property real cardHeight: Math.min((height - (bands - 1) * gap) / bands, tallest)

    Repeater {
        model: cards.groups

        GroupCard {
            required property int index
            theme: cards.theme
            grown: cards.grown
            x: index % cards.columns * (cards.cardWidth + cards.gap)
            y: Math.floor(index / cards.columns) * (cards.cardHeight + cards.gap)
            width: cards.cardWidth
            height: cards.cardHeight
        }
    }
}
