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
        height: parent.height - y
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
                twoLines: pane.room.needsTwoLines(pane.board, list.columnWidth)
                most: pane.room.grows(pane.board, list.columnWidth)
                scoreWidth: pane.room.scoreWidth(pane.board.about)
            }
        }
    }
}
