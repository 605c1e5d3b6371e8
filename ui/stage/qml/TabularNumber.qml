import QtQuick

// A number whose digits all have one width, so that none jumps when another changes.
HeavyText {
    objectName: "number"
    font.features: { "tnum": 1 }
    horizontalAlignment: Text.AlignRight
    verticalAlignment: Text.AlignVCenter
}
