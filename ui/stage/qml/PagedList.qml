import QtQuick
import Arena.Stage

// Rows in lines and columns, one page at a time. A change of page cuts; a change of place slides. Lines are made for the
// page and those beside it alone, so that a long board costs no more than a short one; the others hold their place.
Item {
    id: list

    required property Theme theme
    required property QtObject rows
    required property Component delegate
    property int lines: 10
    property int columns: 1
    property int page: 0
    // Whether a line that is made now is news: not while the list is made, turned or given another shape.
    property bool settled: false
    readonly property real gap: 4 * theme.unit
    readonly property real pitch: height / lines
    readonly property real columnWidth: (width - (columns - 1) * gap) / columns

    clip: true
    Component.onCompleted: {
        reach()
        settled = true
    }
    onRowsChanged: reach()
    onLinesChanged: reach()
    onColumnsChanged: reach()
    onPageChanged: {
        reach()
        if (settled && theme.animated)
            turning.restart()
    }

    function reach() {
        const before = settled, size = lines * columns
        settled = false
        near.show(rows, (page - 1) * size, (page + 2) * size)
        settled = before
    }

    NumberAnimation {
        id: turning
        target: list
        property: "opacity"
        from: 0
        to: 1
        duration: list.theme.fadeMs
    }

    RowsAround {
        id: near
    }

    Item {
        y: -list.page * list.height
        width: list.width

        Repeater {
            model: near
            delegate: list.delegate
        }
    }
}
