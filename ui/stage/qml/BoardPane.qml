import QtQuick

// One board: its lines on the page that is shown, under its name where others stand beside it.
Item {
    id: pane

    required property Theme theme
    required property var room
    required property var board
    required property int columns
    required property int lines
    required property int page
    property string caption
    property bool compact: false
    // The latest result stays in view: where it is on another page, its row stands below the page.
    readonly property int latest: board.rows.focus
    readonly property bool away: latest >= 0 && Math.floor(latest / (lines * columns)) !== page

    Caption {
        id: head
        theme: pane.theme
        visible: text !== ""
        width: parent.width
        text: pane.caption
        color: pane.theme.text
        font.pixelSize: pane.theme.label
        wrapMode: Text.NoWrap
    }

    PagedList {
        id: list
        objectName: "board"
        theme: pane.theme
        y: head.visible ? head.height + 0.6 * pane.theme.unit : 0
        width: parent.width
        height: (parent.height - y) * (pane.away ? lines / (lines + 1) : 1)
        rows: pane.board.rows
        lines: pane.lines
        columns: pane.columns
        page: pane.page
        delegate: Component {
            BoardLine {
                theme: pane.theme
                lines: list.lines
                columns: list.columns
                pitch: list.pitch
                columnWidth: list.columnWidth
                gap: list.gap
                page: list.page
                appears: list.settled
                twoLines: pane.room.needsTwoLines(pane.board, list.columnWidth, pane.compact)
                most: pane.room.grows(pane.board, list.columnWidth, pane.compact)
                compact: pane.compact
            scoreWidth: pane.room.scoreWidth(pane.board.about)
            }
        }
    }

    Loader {
        active: pane.away
        y: list.y + list.height + 0.4 * pane.theme.unit
        width: list.columnWidth
        sourceComponent: BoardLine {
            objectName: "pinnedLine"
            theme: pane.theme
            index: 0
            row: pane.board.rows.focused
            lines: 1
            columns: 1
            pitch: list.pitch
            columnWidth: list.columnWidth
            gap: list.gap
            page: 0
            appears: false
            twoLines: pane.room.needsTwoLines(pane.board, list.columnWidth, pane.compact)
            most: pane.room.grows(pane.board, list.columnWidth, pane.compact)
            compact: pane.compact
            scoreWidth: pane.room.scoreWidth(pane.board.about)
        }
    }
}
