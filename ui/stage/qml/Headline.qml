import QtQuick

// A centred line that breaks into lines of about one length: at a space near its middle, or by standing narrower.
FitText {
    id: headline

    required property string words
    readonly property int gap: gapNearMiddle()
    readonly property bool long: natural > room

    function gapNearMiddle() {
        const middle = words.length / 2
        const gaps = [...words].map((char, place) => char === " " ? place : -1).filter(place => place > 0)
        gaps.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
        return gaps.length && Math.abs(gaps[0] - middle) < 0.2 * words.length ? gaps[0] : -1
    }

    lines: 2
    share: gap > 0 ? Math.max(gap, words.length - gap) / words.length : 1 / lines
    measured: words
    text: long && gap > 0 ? words.slice(0, gap) + "\n" + words.slice(gap + 1) : words
    width: long && gap < 0 ? snug : room
    horizontalAlignment: Text.AlignHCenter
}
