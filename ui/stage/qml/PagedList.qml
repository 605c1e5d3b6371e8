import QtQuick

// Rows in lines and columns, one page at a time. A change of page cuts; a change of place slides.
Item {
    id: list

    required property Theme theme
    required property QtObject rows
    required property Component delegate
    property int lines: 10
    property int columns: 1
    property int page: 0
    property bool settled: false
    readonly property real gap: 4 * theme.unit
    readonly property real pitch: height / lines
    readonly property real columnWidth: (width - (columns - 1) * gap) / columns

    clip: true
    Component.onCompleted: settled = true
    onPageChanged: {
        if (settled && theme.animated)
            turning.restart()
    }

    NumberAnimation {
        id: turning
        target: list
        property: "opacity"
        from: 0
        to: 1
        duration: list.theme.fadeMs
    }

    Item {
        y: -list.page * list.height
        width: list.width

        Repeater {
            model: list.rows
            delegate: list.delegate
        }
    }
}
