import QtQuick

// The boards, one page at a time; the page with the latest result comes first.
ScreenBase {
    id: screen

    readonly property int columns: wide ? 2 : 1
    readonly property var pages: listPages(stage.boards)
    readonly property var place: pages[(firstPage(pages) + stage.turn) % pages.length]
    readonly property var board: place.board
    readonly property var about: board ? board.about : ({ name: "", revealed: 0, total: 0, draws: [] })
    readonly property bool twoLines: board ? needsTwoLines(board) : false

    readonly property real most: board && fits(board, 1.45) ? 1.45 : 1

    // The widths that decide how many lines a page has; they follow the widest row there is.
    function noteWidth(about) {
        const word = (shown, text) => shown ? (text.length > 3 ? 0.62 : 1) * text.length * theme.caption + 1.6 * u : 0
        return word(about.review, qsTr("Under review")) + (about.review ? 2.8 * u : 0) + word(about.tied, qsTr("Tied"))
             + word(about.grade !== "", about.grade) + (about.moved ? 6.5 * u : 0)
             + (about.returns ? flagProbe.implicitWidth + 1.5 * u : 0)
    }

    function fits(board, grown) {
        const room = list.columnWidth - grown * (17 * u + scoreWidth + noteWidth(board.about))
        return board.rows.longest * theme.smallest * 1.02 <= room
    }

    function needsTwoLines(board) {
        return !fits(board, 1)
    }

    function linesOf(board) {
        const wanted = Math.ceil(Math.max(board.about.total, board.rows.count) / columns)
        return needsTwoLines(board) ? 7 : Math.max(columns > 1 ? 5 : 7, Math.min(10, wanted))
    }

    function listPages(boards) {
        const pages = []
        for (const board of boards) {
            const count = Math.ceil(board.rows.count / (linesOf(board) * columns))
            for (let page = 0; page < count; page++)
                pages.push({ board: board, page: page, latest: page === pageOf(board, board.rows.focus) })
        }
        return pages.length ? pages : [{ board: boards.length ? boards[0] : null, page: 0, latest: false }]
    }

    function pageOf(board, index) {
        return index < 0 ? -1 : Math.floor(index / (linesOf(board) * columns))
    }

    function firstPage(pages) {
        return Math.max(0, pages.findIndex(page => page.latest))
    }

    function headline() {
        const parts = [qsTr("Round %1").arg(view.round)]
        if (about.name)
            parts.push(about.name)
        if (board && board.rows.count)
            parts.push(about.final ? qsTr("Final ranking") : qsTr("Provisional ranking"))
        return parts.join(" · ")
    }

    function drawsPending() {
        const comma = stage.language === "zh" ? "、" : ", "
        return qsTr("A draw will decide: %1").arg(about.draws.map(names => names.join(comma)).join(" | "))
    }

    readonly property real scoreWidth: scoreProbe.advanceWidth + 0.6 * u

    TextMetrics {
        id: scoreProbe
        font.family: screen.theme.sans
        font.bold: true
        font.pixelSize: 5.2 * screen.u
        text: (screen.about.score || "00.00").replace(/[0-9]/g, "0")
    }

    ReturnFlag {
        id: flagProbe
        theme: screen.theme
        visible: false
    }

    Header {
        id: header
        theme: screen.theme
        x: screen.margin
        y: 3.4 * screen.u
        width: screen.width - 2 * screen.margin
        title: screen.view.title
        subtitle: screen.headline()
        aside: screen.board ? qsTr("Announced %1 / %2").arg(screen.about.revealed).arg(screen.about.total) : ""
        asideBelow: screen.view.closed ? qsTr("Result confirmed") : ""
    }

    PagedList {
        id: list
        objectName: "board"
        theme: screen.theme
        anchors { left: header.left; right: header.right; top: header.bottom; bottom: footer.top }
        anchors.topMargin: 0.8 * screen.u
        anchors.bottomMargin: 1.2 * screen.u
        rows: screen.board ? screen.board.rows : null
        lines: screen.board ? screen.linesOf(screen.board) : 10
        columns: screen.columns
        page: screen.place.page
        delegate: Component {
            BoardLine {
                theme: screen.theme
                lines: list.lines
                columns: list.columns
                pitch: list.pitch
                columnWidth: list.columnWidth
                gap: list.gap
                page: list.page
                appears: list.settled
                twoLines: screen.twoLines
                most: screen.most
                scoreWidth: screen.scoreWidth
            }
        }
    }

    Caption {
        theme: screen.theme
        anchors.centerIn: list
        visible: !screen.board || screen.board.rows.count === 0
        text: qsTr("Results appear here as they are announced")
        font.pixelSize: screen.theme.smallest
    }

    Footer {
        id: footer
        theme: screen.theme
        anchors { left: header.left; right: header.right; bottom: parent.bottom }
        anchors.bottomMargin: 1.8 * screen.u
        words: screen.about.draws.length ? screen.drawsPending() : screen.stage.rules
        page: screen.pages.indexOf(screen.place)
        pages: screen.pages.length
    }
}
