import QtQuick

// What every screen is given, and the margins they share.
Item {
    required property QtObject stage
    required property Theme theme

    readonly property var view: stage.view
    readonly property real u: theme.unit
    readonly property real ratio: width / Math.max(1, height)
    readonly property bool wide: ratio > 2.6
    readonly property real margin: Math.max(4 * u, Math.min(8 * u, width * 0.035))
}
