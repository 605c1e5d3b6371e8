import QtQuick
import QtQuick.Shapes

// The ground: dark, with a glow at the foot as from footlights.
Rectangle {
    id: ground

    required property Theme theme

    color: theme.groundDark

    Shape {
        id: glow
        width: ground.height * 16 / 9
        height: ground.height
        transform: Scale { xScale: ground.width / Math.max(1, glow.width) }
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeWidth: -1
            fillGradient: RadialGradient {
                centerX: glow.width / 2
                centerY: ground.height + glow.width * 0.42
                centerRadius: glow.width * 0.72
                focalX: centerX
                focalY: centerY
                GradientStop { position: 0.55; color: ground.theme.groundBright }
                GradientStop { position: 1; color: ground.theme.groundDark }
            }
            startX: 0
            startY: 0
            PathLine { x: glow.width; y: 0 }
            PathLine { x: glow.width; y: ground.height }
            PathLine { x: 0; y: ground.height }
            PathLine { x: 0; y: 0 }
        }
    }
}
