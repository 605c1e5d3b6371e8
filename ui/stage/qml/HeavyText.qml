import QtQuick
import QtQuick.Shapes

// Text of bold weight. The shipped faces have one weight, and no renderer thickens glyphs that it draws as outlines
// (above about 64 device pixels): there the weight is drawn, as a stroke around a single line, or as the same text
// shifted a little around itself where it may wrap.
Words {
    id: heavy

    property real size: theme.smallest
    property real strength: 0.021
    readonly property bool drawn: size * Screen.devicePixelRatio > 60

    font.pixelSize: size
    font.bold: !drawn

    Loader {
        active: heavy.drawn && heavy.text !== ""
        sourceComponent: heavy.wrapMode === Text.NoWrap ? stroked : shifted
    }

    Component {
        id: stroked

        Shape {
            preferredRendererType: Shape.CurveRenderer

            TextMetrics {
                id: metrics
                text: heavy.text
                font: heavy.font
            }

            ShapePath {
                strokeColor: heavy.color
                strokeWidth: 2 * heavy.strength * heavy.size
                joinStyle: ShapePath.RoundJoin
                fillColor: heavy.color
                PathText {
                    x: heavy.horizontalAlignment === Text.AlignRight ? heavy.width - metrics.advanceWidth
                     : heavy.horizontalAlignment === Text.AlignHCenter ? (heavy.width - metrics.advanceWidth) / 2 : 0
                    y: heavy.baselineOffset + metrics.tightBoundingRect.y
                    text: heavy.text
                    font: heavy.font
                }
            }
        }
    }

    Component {
        id: shifted

        Item {
            Repeater {
                model: 8

                Text {
                    required property int index

                    objectName: "weight"
                    x: Math.cos(index * Math.PI / 4) * heavy.strength * heavy.size
                    y: Math.sin(index * Math.PI / 4) * heavy.strength * heavy.size
                    width: heavy.width
                    height: heavy.height
                    text: heavy.text
                    textFormat: Text.PlainText
                    color: heavy.color
                    font: heavy.font
                    wrapMode: heavy.wrapMode
                    lineHeight: heavy.lineHeight
                    horizontalAlignment: heavy.horizontalAlignment
                    verticalAlignment: heavy.verticalAlignment
                }
            }
        }
    }
}
