import QtQuick

// Who must compete again next round.
ScreenBase {
    id: screen

    readonly property var rows: stage.returns
    readonly property bool decided: stage.boards.length > 0 && stage.boards.every(board => board.about.final)
    readonly property int lines: Math.max(2, Math.min(6, rows.count))
    readonly property int pages: Math.max(1, Math.ceil(rows.count / lines))
    readonly property int page: stage.turn % pages

    Header {
        id: header
        theme: screen.theme
        x: screen.margin
        y: 3.4 * screen.u
        width: screen.width - 2 * screen.margin
        title: screen.view.title
        logo: screen.stage.logo
        subtitle: qsTr("Round %1").arg(screen.view.round)
        asideBelow: screen.view.closed ? qsTr("Result confirmed") : ""
    }

    ReturnFlag {
        id: flag
        theme: screen.theme
        x: screen.margin
        anchors.top: header.bottom
        anchors.topMargin: 3 * screen.u
        size: 6 * screen.u
    }

    PagedList {
        id: list
        objectName: "returns"
        theme: screen.theme
        anchors { left: header.left; right: header.right; top: flag.bottom; bottom: footer.top }
        anchors.topMargin: 2.4 * screen.u
        anchors.bottomMargin: 1 * screen.u
        rows: screen.rows
        lines: screen.lines
        page: screen.page
        delegate: Component {
            ReturnLine {
                theme: screen.theme
                lines: list.lines
                columns: list.columns
                pitch: list.pitch
                columnWidth: list.columnWidth
                gap: list.gap
                page: list.page
                appears: list.settled
            }
        }
    }

    Caption {
        theme: screen.theme
        anchors.centerIn: list
        visible: screen.rows.count === 0
        text: screen.decided ? qsTr("Nobody has to come back") : qsTr("Known when all results are announced")
        font.pixelSize: 5 * screen.u
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
