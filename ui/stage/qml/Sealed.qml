import QtQuick

// What is not told yet: three lozenges where its number will stand.
Row {
    id: sealed

    required property Theme theme
    property real size: 2 * theme.unit

    spacing: 0.9 * size

    Repeater {
        model: 3

        Rectangle {
            width: sealed.size
            height: width
            rotation: 45
            antialiasing: true
            color: "transparent"
            border.color: sealed.theme.accent
            border.width: Math.max(1, 0.12 * sealed.size)
        }
    }
}
