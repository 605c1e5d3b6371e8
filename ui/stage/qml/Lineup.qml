import QtQuick

// The running order; the page with the entry on stage comes first.
ScreenBase {
    id: screen

    readonly property var rows: stage.lineup
    readonly property real lineExtras: 48 * u
    readonly property bool twoLines: rows.longest * theme.smallest * 1.05 > header.width - lineExtras
    readonly property real most: rows.longest * theme.smallest * 1.05 > list.columnWidth - 1.45 * lineExtras ? 1 : 1.45
    readonly property real needed: Math.max(55 * u, rows.longest * theme.smallest * 1.05 + lineExtras)
    readonly property int columns: Math.max(1, Math.min(4, Math.floor((header.width + 4 * u) / (needed + 4 * u)),
                                                       Math.max(wide ? 2 : 1, Math.ceil(rows.count / 10))))
    readonly property int lines: twoLines ? 7 : Math.max(columns > 1 ? 5 : 7, Math.min(10, Math.ceil(rows.count / columns)))
    readonly property int pages: Math.max(1, Math.ceil(rows.count / (lines * columns)))
    readonly property int first: rows.focus < 0 ? 0 : Math.floor(rows.focus / (lines * columns))
    readonly property int page: (first + stage.turn) % pages

    Header {
        id: header
        theme: screen.theme
        x: screen.margin
        y: 3.4 * screen.u
        width: screen.width - 2 * screen.margin
        title: screen.view.title
        logo: screen.stage.logo
        subtitle: qsTr("Round %1").arg(screen.view.round) + " · " + qsTr("Running order")
        aside: qsTr("%1 on the line-up").arg(screen.rows.count)
    }

    PagedList {
        id: list
        objectName: "lineup"
        theme: screen.theme
        anchors { left: header.left; right: header.right; top: header.bottom; bottom: footer.top }
        anchors.topMargin: 0.8 * screen.u
        anchors.bottomMargin: 1.2 * screen.u
        rows: screen.rows
        lines: screen.lines
        columns: screen.columns
        page: screen.page
        delegate: Component {
            LineupLine {
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
            }
        }
    }

    Footer {
        id: footer
        theme: screen.theme
        anchors { left: header.left; right: header.right; bottom: parent.bottom }
        anchors.bottomMargin: 1.8 * screen.u
        words: screen.view.organizer
        page: screen.page
        pages: screen.pages
    }
}
