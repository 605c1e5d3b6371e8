import QtQuick

// The final reveal: the places of a board fill one by one; the one told last stands large beside them.
ScreenBase {
    id: screen

    readonly property var rows: stage.finale
    readonly property var about: view.finale || ({ name: "", total: 0, told: 0, latest: null })
    readonly property var latest: about.latest || null
    // By the names of the line-up, which everybody knows: the layout must not change with a name that is told.
    readonly property real longest: stage.lineup.longest * theme.smallest * 1.05
    readonly property real beside: Math.max(70 * u, (width - 2 * margin) * (wide ? 0.36 : 0.42))
    readonly property bool stacked: ratio < 1.5 || longest / 2 + 1.6 * theme.smallest > width - 2 * margin - beside - 35 * u
    readonly property real spotWidth: stacked ? width - 2 * margin : beside
    readonly property bool twoLines: longest > list.columnWidth - 31 * u
    readonly property real grown: 1.4 * (longest + 31 * u) <= list.columnWidth ? 1.4 : 1
    readonly property int columns: wide ? 2 : 1
    readonly property int most: stacked ? (twoLines ? 4 : 6) : twoLines ? 6 : 10
    // Pages of about one length: the last one is the first to be seen.
    readonly property int fewest: Math.max(1, Math.ceil(rows.count / (most * columns)))
    readonly property int lines: Math.max(stacked ? 3 : wide ? 5 : Math.min(most, 7), Math.ceil(rows.count / (fewest * columns)))
    readonly property int pages: Math.max(1, Math.ceil(rows.count / (lines * columns)))
    readonly property int page: rows.focus < 0 ? pages - 1 : Math.floor(rows.focus / (lines * columns))

    function headline() {
        return [qsTr("Round %1").arg(view.round), about.name, qsTr("Final reveal")].filter(part => part !== "").join(" · ")
    }

    Header {
        id: header
        theme: screen.theme
        x: screen.margin
        y: 3.4 * screen.u
        width: screen.width - 2 * screen.margin
        title: screen.view.title
        logo: screen.stage.logo
        subtitle: screen.headline()
        aside: screen.about.total ? qsTr("Announced %1 / %2").arg(screen.about.told).arg(screen.about.total) : ""
    }

    Spotlight {
        id: spot
        theme: screen.theme
        visible: !!screen.latest
        x: screen.margin
        y: header.y + header.height + (screen.stacked ? 1 : 3) * screen.u
        width: screen.spotWidth
        height: screen.stacked ? 30 * screen.u : footer.y - y - 2 * screen.u
        flat: screen.stacked
        row: screen.latest || ({ rank: null, name: "", status: "", returns: false, tied: false })
        score: screen.stage.score
    }

    Column {
        visible: !screen.latest
        anchors.centerIn: spot
        width: spot.width
        spacing: 3 * screen.u

        FitText {
            theme: screen.theme
            objectName: "title"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("The ranking is revealed")
            color: screen.theme.accent
            font.family: screen.theme.serif
            strength: 0.012
            largest: 8 * screen.u
        }

        Rule {
            theme: screen.theme
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width * 0.7, 60 * screen.u)
        }

        Caption {
            theme: screen.theme
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: screen.about.total > 0
            text: qsTr("%1 on the line-up").arg(screen.about.total)
            font.pixelSize: screen.theme.label
        }
    }

    PagedList {
        id: list
        objectName: "finale"
        theme: screen.theme
        x: screen.stacked ? screen.margin : spot.x + spot.width + 4 * screen.u
        width: screen.width - screen.margin - x
        y: screen.stacked ? spot.y + spot.height + screen.u : header.y + header.height + 0.8 * screen.u
        height: footer.y - 1.2 * screen.u - y
        rows: screen.rows
        lines: screen.lines
        columns: screen.columns
        page: screen.page
        delegate: Component {
            FinaleLine {
                theme: screen.theme
                lines: list.lines
                columns: list.columns
                pitch: list.pitch
                columnWidth: list.columnWidth
                gap: list.gap
                page: list.page
                appears: false
                most: screen.grown
                twoLines: screen.twoLines
                counting: screen.stage.score.running
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
