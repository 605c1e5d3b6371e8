import QtQuick
import QtQuick.Shapes

// The flag of a unit that must compete again: 下轮继续打擂.
Rectangle {
    id: flag

    required property Theme theme
    property bool inverse: false
    property bool bare: false
    property real size: theme.caption
    property string words: qsTr("Back next round")
    // How wide it is with its words.
    readonly property real whole: said.implicitWidth + 2.25 * size
    readonly property color ink: inverse ? theme.accent : theme.accentInk

    color: inverse ? theme.accentInk : theme.accent
    radius: 0.7 * theme.unit
    implicitWidth: row.width + 1.1 * size
    implicitHeight: 1.7 * size

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 0.35 * flag.size

        Shape {
            anchors.verticalCenter: parent.verticalCenter
            width: 0.8 * flag.size
            height: flag.size
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                strokeWidth: -1
                fillColor: flag.ink
                PathPolyline {
                    path: [[0, 0], [0.12, 0], [0.12, 0.05], [0.8, 0.05], [0.62, 0.33], [0.8, 0.6], [0.12, 0.6], [0.12, 1],
                           [0, 1], [0, 0]].map(p => Qt.point(p[0] * flag.size, p[1] * flag.size))
                }
            }
        }

        HeavyText {
            id: said
            theme: flag.theme
            visible: !flag.bare
            objectName: "caption"
            anchors.verticalCenter: parent.verticalCenter
            text: flag.words
            color: flag.ink
            size: flag.size
        }
    }
}
