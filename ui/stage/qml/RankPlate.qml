import QtQuick

// 暂列第 1 名: the rank of what was just announced.
Rectangle {
    id: plate

    required property Theme theme
    required property string words

    color: theme.accent
    radius: 1.2 * theme.unit
    implicitWidth: label.implicitWidth + 6 * theme.unit

    HeavyText {
        id: label
        theme: plate.theme
        objectName: "rank"
        anchors.centerIn: parent
        text: plate.words
        color: plate.theme.accentInk
        size: 5 * plate.theme.unit
    }
}
