import QtQuick

// A hairline with a lozenge in the middle.
Item {
    id: rule

    required property Theme theme

    implicitHeight: 2 * theme.unit

    Repeater {
        model: 2
        Rectangle {
            required property int index
            anchors.verticalCenter: parent.verticalCenter
            x: index ? rule.width / 2 + 2.4 * rule.theme.unit : 0
            width: rule.width / 2 - 2.4 * rule.theme.unit
            height: Math.max(1, 0.18 * rule.theme.unit)
            color: rule.theme.accent
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: 1.3 * rule.theme.unit
        height: width
        rotation: 45
        antialiasing: true
        color: rule.theme.accent
    }
}
