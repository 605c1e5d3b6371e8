import QtQuick

// A row of a paged list: it stands at its place in lines and columns, and slides there when its place changes.
// `u` is the unit of its own parts: they grow a little with a row that has more room. What is to be seen of it, its
// `face`, is there only while it stands on the page: of two hundred rows ten are made.
Item {
    id: placed

    required property int place
    required property var row
    required property Theme theme
    required property int lines
    required property int columns
    required property real pitch
    required property real columnWidth
    required property real gap
    required property int page
    required property bool appears
    required property Component face

    property real column: Math.floor(place / lines) % columns
    property real line: place % lines + Math.floor(place / (lines * columns)) * lines
    property bool settled: false
    property real most: 1.45
    readonly property real grown: Math.max(1, Math.min(most, pitch / (7.3 * theme.unit)))
    readonly property real u: theme.unit * grown
    readonly property real caption: Math.ceil(2.85 * u)
    readonly property real smallest: Math.ceil(4.2 * u)

    readonly property bool inView: line > page * lines - 1 && line < (page + 1) * lines

    // Out of sight means not drawn: the software renderer lets shapes out of a clip.
    visible: inView
    x: column * (columnWidth + gap)
    // A newcomer flies up from the foot of the page to its place.
    property real rise: 0
    y: (line + rise) * pitch
    width: columnWidth
    height: pitch

    Loader {
        active: placed.inView
        anchors.fill: parent
        sourceComponent: placed.face
    }

    layer.enabled: appearing.running
    Component.onCompleted: {
        settled = true
        if (appears && theme.animated)
            appearing.start()
    }

    ParallelAnimation {
        id: appearing

        NumberAnimation {
            target: placed
            property: "opacity"
            from: 0
            to: 1
            duration: placed.theme.moveMs / 2
        }

        NumberAnimation {
            target: placed
            property: "rise"
            from: Math.max(1, (placed.page + 1) * placed.lines - placed.line - 1)
            to: 0
            duration: placed.theme.moveMs
            easing.type: Easing.InOutCubic
        }
    }

    Behavior on column {
        enabled: placed.settled && placed.theme.animated
        NumberAnimation { duration: placed.theme.moveMs; easing.type: Easing.InOutCubic }
    }

    Behavior on line {
        enabled: placed.settled && placed.theme.animated
        NumberAnimation { duration: placed.theme.moveMs; easing.type: Easing.InOutCubic }
    }
}
