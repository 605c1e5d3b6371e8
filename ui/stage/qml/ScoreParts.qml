import QtQuick

// What else went into the score: components from outside, points added or taken.
Flow {
    id: parts

    required property Theme theme
    required property var components
    required property string adjustment
    property real grown: 1
    readonly property var list: adjustment === "" ? components : components.concat([[qsTr("Adjustment"), adjustment]])

    spacing: 4 * grown * theme.unit

    Repeater {
        model: parts.list

        Row {
            id: part
            required property var modelData
            spacing: 1.4 * parts.theme.unit

            Caption {
                theme: parts.theme
                anchors.baseline: points.baseline
                text: part.modelData[0]
                font.pixelSize: parts.theme.label * parts.grown
            }

            TabularNumber {
                id: points
                theme: parts.theme
                objectName: "score"
                text: part.modelData[1]
                size: parts.theme.smallest * parts.grown
            }
        }
    }
}
