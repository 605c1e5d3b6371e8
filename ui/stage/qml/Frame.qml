import QtQuick
import QtQuick.Shapes

// A double line around a screen, its corners turned in as on a seal.
Item {
    id: frame

    required property Theme theme
    readonly property real notch: 5 * theme.unit

    function corners(inset, notch) {
        const l = inset, t = inset, r = width - inset, b = height - inset
        return [Qt.point(l + notch, t), Qt.point(r - notch, t), Qt.point(r - notch, t + notch), Qt.point(r, t + notch),
                Qt.point(r, b - notch), Qt.point(r - notch, b - notch), Qt.point(r - notch, b), Qt.point(l + notch, b),
                Qt.point(l + notch, b - notch), Qt.point(l, b - notch), Qt.point(l, t + notch), Qt.point(l + notch, t + notch),
                Qt.point(l + notch, t)]
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: frame.theme.accent
            strokeWidth: Math.max(1, 0.28 * frame.theme.unit)
            fillColor: "transparent"
            PathPolyline { path: frame.corners(0.2 * frame.theme.unit, frame.notch) }
        }

        ShapePath {
            strokeColor: frame.theme.line
            strokeWidth: Math.max(1, 0.14 * frame.theme.unit)
            fillColor: "transparent"
            PathPolyline { path: frame.corners(1.5 * frame.theme.unit, frame.notch) }
        }
    }
}
