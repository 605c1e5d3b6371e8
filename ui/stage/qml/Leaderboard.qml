import QtQuick

// The boards, one after another or side by side, page by page; the page with the latest result comes first.
ScreenBase {
    id: screen

    readonly property var boards: stage.boards
    readonly property bool side: stage.sideBySide && boards.length > 1 && boards.every(fitsBeside)
    readonly property real sideWidth: (header.width - (boards.length - 1) * 4 * u) / Math.max(1, boards.length)
    readonly property int columns: side ? 1 : wide ? 2 : 1
    readonly property var pages: listPages(boards)
    readonly property var place: pages[(firstPage(pages) + stage.turn) % pages.length]
    readonly property var board: place.board
    readonly property var about: board ? board.about : ({ name: "", revealed: 0, total: 0, draws: [] })

    BoardRoom {
        id: measures
        theme: screen.theme
        whole: header.width
        wide: screen.wide
    }

    // Beside one another only where every name still has its size on two lines.
    function fitsBeside(board) {
        return measures.nameRoom(board.about, sideWidth, true) * 1.85 >= board.rows.longest * theme.smallest
    }

    function linesOf(board) {
        return measures.linesOf(board, side ? sideWidth : measures.widthOf(columns), columns, side)
    }

    function listPages(boards) {
        const pages = []
        for (const board of side ? boards.slice(0, 1) : boards) {
            const counts = side ? boards.map(each => Math.ceil(each.rows.count / linesOf(each))) : [pagesOf(board)]
            for (let page = 0; page < Math.max(...counts); page++)
                pages.push({ board: board, page: page, latest: side ? boards.some(each => page === pageOf(each, each.rows.focus))
                                                                    : page === pageOf(board, board.rows.focus) })
        }
        return pages.length ? pages : [{ board: boards.length ? boards[0] : null, page: 0, latest: false }]
    }

    function pagesOf(board) {
        return Math.ceil(board.rows.count / (linesOf(board) * columns))
    }

    function pageOf(board, index) {
        return index < 0 ? -1 : Math.floor(index / (linesOf(board) * columns))
    }

    function firstPage(pages) {
        return Math.max(0, pages.findIndex(page => page.latest))
    }

    function standing(about) {
        return about.final ? qsTr("Final ranking") : qsTr("Provisional ranking")
    }

    function headline() {
        const parts = [qsTr("Round %1").arg(view.round)]
        if (side)
            return parts.concat([qsTr("Ranking")]).join(" · ")
        if (about.name)
            parts.push(about.name)
        if (board && board.rows.count)
            parts.push(standing(about))
        return parts.join(" · ")
    }

    function announced() {
        const sum = key => boards.reduce((all, each) => all + each.about[key], 0)
        return side ? qsTr("Announced %1 / %2").arg(sum("revealed")).arg(sum("total"))
                    : qsTr("Announced %1 / %2").arg(about.revealed).arg(about.total)
    }

    function drawsPending(draws) {
        const comma = stage.language === "zh" ? "、" : ", "
        return qsTr("A draw will decide: %1").arg(draws.map(names => names.join(comma)).join(" | "))
    }

    readonly property var draws: side ? [].concat(...boards.map(each => each.about.draws)) : about.draws

    Header {
        id: header
        theme: screen.theme
        x: screen.margin
        y: 3.4 * screen.u
        width: screen.width - 2 * screen.margin
        title: screen.view.title
        logo: screen.stage.logo
        subtitle: screen.headline()
        aside: screen.board ? screen.announced() : ""
        asideBelow: screen.view.closed ? qsTr("Result confirmed") : ""
    }

    Item {
        id: body
        anchors { left: header.left; right: header.right; top: header.bottom; bottom: footer.top }
        anchors.topMargin: 0.8 * screen.u
        anchors.bottomMargin: 1.2 * screen.u

        Repeater {
            // By number: a pane stays while its board changes, so that rows can move in it.
            model: screen.side ? screen.boards.length : screen.board ? 1 : 0

            BoardPane {
                required property int index
                theme: screen.theme
                room: measures
                board: screen.side ? screen.boards[index] : screen.board
                caption: screen.side ? board.about.name + " · " + screen.standing(board.about) : ""
                columns: screen.columns
                compact: screen.side
                lines: screen.linesOf(board)
                page: screen.side ? Math.min(screen.place.page, Math.max(0, screen.pagesOf(board) - 1)) : screen.place.page
                x: screen.side ? index * (screen.sideWidth + 4 * screen.u) : 0
                width: screen.side ? screen.sideWidth : body.width
                height: body.height
            }
        }
    }

    Caption {
        theme: screen.theme
        anchors.centerIn: body
        visible: screen.boards.every(each => each.rows.count === 0)
        text: qsTr("Results appear here as they are announced")
        font.pixelSize: screen.theme.smallest
    }

    Footer {
        id: footer
        theme: screen.theme
        anchors { left: header.left; right: header.right; bottom: parent.bottom }
        anchors.bottomMargin: 1.8 * screen.u
        words: screen.draws.length ? screen.drawsPending(screen.draws) : screen.stage.rules
        page: screen.pages.indexOf(screen.place)
        pages: screen.pages.length
    }
}
