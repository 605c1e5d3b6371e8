import QtQuick
import QtQuick.Shapes

// A rank. The first three have a shape of their own: a sun, a coin, a lozenge.
Item {
    id: badge

    required property Theme theme
    required property int rank
    property real size: 6 * theme.unit
    property bool inverse: false
    property bool plain: false
    readonly property bool medal: !plain && rank >= 1 && rank <= 3
    readonly property color fill: inverse ? theme.accentInk : medal ? theme.medals[rank - 1] : "transparent"

    implicitWidth: size
    implicitHeight: size

    function outline(points, inner) {
        const path = []
        const middle = size / 2
        for (let i = 0; i <= 2 * points; i++) {
            const angle = Math.PI * (i / points - 0.5)
            const radius = middle * (i % 2 ? inner : 1)
            path.push(Qt.point(middle + radius * Math.cos(angle), middle + radius * Math.sin(angle)))
        }
        return path
    }

    Rectangle {
        objectName: "coin"
        visible: badge.medal && badge.rank === 2
        anchors.centerIn: parent
        width: badge.size * 0.92
        height: width
        radius: width / 2
        color: badge.fill
    }

    Rectangle {
        objectName: "lozenge"
        visible: badge.medal && badge.rank === 3
        anchors.centerIn: parent
        width: badge.size * 0.74
        height: width
        radius: width * 0.14
        rotation: 45
        antialiasing: true
        color: badge.fill
    }

    Shape {
        objectName: "sun"
        visible: badge.medal && badge.rank === 1
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeWidth: -1
            fillColor: badge.fill
            PathPolyline { path: badge.outline(14, 0.84) }
        }
    }

    TabularNumber {
        theme: badge.theme
        objectName: "rank"
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -0.04 * size
        text: badge.rank
        color: badge.medal ? (badge.inverse ? badge.theme.accent : badge.theme.medalInk)
                           : badge.inverse ? badge.theme.accentInk : badge.plain ? badge.theme.text : badge.theme.accent
        size: 0.72 * badge.size
    }
}
