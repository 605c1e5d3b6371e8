import QtQuick
import QtQuick.Shapes

// Ballot totals as chips, as large as the room allows; when not even the smallest fit, none are shown.
Item {
    id: flow

    required property Theme theme
    required property var chips
    required property real largest
    readonly property string longest: chips.reduce((best, chip) => chip.points.length > best.length ? chip.points : best, "00")
    readonly property real size: fitting()
    readonly property bool hidden: chips.length === 0 || size === 0

    TextMetrics {
        id: metrics
        text: flow.longest
        font.family: flow.theme.sans
        font.pixelSize: 100
    }

    function chipWidth(size) {
        return size * (metrics.advanceWidth / 100 + 0.56)
    }

    function fits(size) {
        const gap = 0.22 * size
        const perLine = Math.floor((width + gap) / (chipWidth(size) + gap))
        return perLine > 0 && Math.ceil(chips.length / perLine) * (1.45 * size + gap) - gap <= height
    }

    function fitting() {
        for (let size = Math.floor(largest); chips.length && size >= theme.caption; size--)
            if (fits(size))
                return size
        return 0
    }

    Flow {
        anchors.fill: parent
        spacing: 0.22 * flow.size
        visible: !flow.hidden

        Repeater {
            // By number: a chip stays the same one when its ballot is dropped, and falls.
            model: flow.hidden ? 0 : flow.chips.length

            Rectangle {
                id: chip
                required property int index
                readonly property var ballot: flow.chips[index] || ({ points: "" })
                readonly property bool dropped: ballot.dropped !== undefined && ballot.dropped !== null
                width: flow.chipWidth(flow.size)
                height: 1.45 * flow.size
                radius: 0.2 * flow.size
                color: dropped ? "transparent" : flow.theme.chip
                transform: Translate {
                    y: chip.dropped ? 0.24 * flow.size : 0
                    Behavior on y {
                        enabled: flow.theme.animated
                        NumberAnimation { duration: flow.theme.moveMs; easing.type: Easing.OutBounce }
                    }
                }

                Shape {
                    visible: chip.dropped
                    anchors.fill: parent
                    preferredRendererType: Shape.CurveRenderer

                    ShapePath {
                        strokeColor: flow.theme.soft
                        strokeWidth: Math.max(1, 0.14 * flow.theme.unit)
                        strokeStyle: ShapePath.DashLine
                        dashPattern: [4, 3]
                        fillColor: "transparent"
                        PathRectangle { x: 0.5; y: 0.5; width: chip.width - 1; height: chip.height - 1; radius: chip.radius }
                    }
                }

                Words {
                    theme: flow.theme
                    objectName: "chip"
                    anchors.centerIn: parent
                    anchors.verticalCenterOffset: -0.04 * font.pixelSize
                    text: chip.ballot.points
                    color: chip.dropped ? flow.theme.soft : flow.theme.text
                    font.pixelSize: flow.size
                    font.strikeout: chip.dropped
                }
            }
        }
    }
}
