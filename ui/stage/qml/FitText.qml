import QtQuick

// Text as large as its room allows on so many lines, between two sizes; it wraps rather than being cut.
// `share` is how much of it the longest line holds.
HeavyText {
    id: fit

    property real largest: theme.smallest
    property real smallest: theme.smallest
    property int lines: 1
    property real share: 1 / lines
    property real room: width
    property string measured: text
    readonly property real ems: Math.max(0.01, metrics.advanceWidth / 100)
    readonly property real natural: ems * size
    readonly property real around: lines > 1 ? 1.3 : 0
    // The room it needs to be read from the back row.
    readonly property real needed: theme.smallest * (ems * share + around) / 0.98
    // The width to give it: no more than it needs, and lines of about one length where it wraps.
    readonly property real snug: natural <= room ? natural + 0.3 * size
                                                 : Math.min(room, natural / Math.ceil(natural / room) + 1.3 * size)
    // From the middle of its box to the middle of its glyphs: what to shift it by to stand in the middle of a row.
    readonly property real lift: -0.05 * size

    size: Math.max(smallest, Math.floor(Math.min(largest, 0.98 * room / (ems * share + around))))
    wrapMode: Text.Wrap
    lineHeight: lines > 1 ? 0.78 : 1

    TextMetrics {
        id: metrics
        text: fit.measured
        font.family: fit.font.family
        font.pixelSize: 100
    }
}
