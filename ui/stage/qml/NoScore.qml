import QtQuick

// An entry without a result: who, and why.
Column {
    id: none

    required property Theme theme
    required property var entry
    required property string words

    spacing: 4 * theme.unit

    EntryHead {
        theme: none.theme
        width: parent.width
        centred: true
        entry: none.entry
        largest: 12 * none.theme.unit
    }

    Rule {
        theme: none.theme
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width * 0.5, 60 * none.theme.unit)
    }

    HeavyText {
        theme: none.theme
        objectName: "name"
        anchors.horizontalCenter: parent.horizontalCenter
        text: none.words
        color: none.theme.soft
        size: 9 * none.theme.unit
    }
}
