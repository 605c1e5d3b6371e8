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
    // Worked out once, not by each line: a name more would otherwise be measured by every line again.
    readonly property bool twoLines: room.needsTwoLines(board, list.columnWidth, compact)
    readonly property real most: room.grows(board, list.columnWidth, compact)
    readonly property real scoreWidth: room.scoreWidth(board.about)
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
                twoLines: pane.twoLines
                most: pane.most
                compact: pane.compact
                scoreWidth: pane.scoreWidth
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
            place: 0
            row: pane.board.rows.focused
            lines: 1
            columns: 1
            pitch: list.pitch
            columnWidth: list.columnWidth
            gap: list.gap
            page: 0
            appears: false
            twoLines: pane.twoLines
            most: pane.most
            compact: pane.compact
            scoreWidth: pane.scoreWidth
        }
    }
}
