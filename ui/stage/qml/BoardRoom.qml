import QtQuick

// How much room the lines of a board need, and how many go on a page; they follow the widest row there is.
Item {
    id: room

    required property Theme theme
    required property real whole
    required property bool wide
    readonly property real u: theme.unit

    visible: false

    TextMetrics {
        id: digit
        font.family: room.theme.sans
        font.bold: true
        font.pixelSize: 100
        text: "0"
    }

    ReturnFlag {
        id: flag
        theme: room.theme
    }

    function widthOf(columns) {
        return (whole - (columns - 1) * 4 * u) / columns
    }

    function scoreWidth(about) {
        const points = (about.score || "00.00").length
        return ((points - 1) * digit.advanceWidth + 30) / 100 * 5.2 * u + 0.6 * u
    }

    // Beside others a board says less of itself: no grades, no places risen, the flag without its words.
    function noteWidth(about, compact) {
        const word = (shown, text) => shown ? (text.length > 3 ? 0.62 : 1) * text.length * theme.caption + 1.6 * u : 0
        return word(about.review, qsTr("Under review")) + (about.review ? 2.8 * u : 0) + word(about.tied, qsTr("Tied"))
             + (compact ? 0 : word(about.grade !== "", about.grade) + (about.moved ? 6.5 * u : 0))
             + (about.returns ? (compact ? 3.2 * theme.caption : flag.implicitWidth) + 1.5 * u : 0)
    }

    function nameRoom(about, width, compact) {
        return width - 17 * u - scoreWidth(about) - noteWidth(about, compact)
    }

    function grows(board, width, compact) {
        const room = width - 1.45 * (17 * u + scoreWidth(board.about) + noteWidth(board.about, compact))
        return board.rows.longest * theme.smallest * 1.02 <= room ? 1.45 : 1
    }

    function needsTwoLines(board, width, compact) {
        return board.rows.longest * theme.smallest * 1.02 > nameRoom(board.about, width, compact)
    }

    function linesOf(board, width, columns, compact) {
        const wanted = Math.ceil(Math.max(board.about.total, board.rows.count) / columns)
        // Of names on two lines one less where the latest result may stand below the page.
        const below = board.rows.focus >= 0 && board.rows.count > 7 * columns
        return needsTwoLines(board, width, compact) ? (compact || below ? 6 : 7) : Math.max(columns > 1 ? 5 : 7, Math.min(10, wanted))
    }
}
