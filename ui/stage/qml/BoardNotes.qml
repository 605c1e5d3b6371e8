import QtQuick

// What is said of a line beside its score: under review, grade, shared rank, places risen or fallen.
Row {
    id: notes

    required property Theme theme
    required property var row
    required property color ink
    required property real size
    property bool compact: false

    spacing: 0.5 * size

    Tag {
        theme: notes.theme
        size: notes.size
        visible: notes.row.review
        anchors.verticalCenter: parent.verticalCenter
        words: qsTr("Under review")
        ink: notes.ink
    }

    Tag {
        theme: notes.theme
        size: notes.size
        visible: !!notes.row.grade && !notes.compact
        anchors.verticalCenter: parent.verticalCenter
        words: notes.row.grade || ""
        ink: notes.ink
        framed: false
    }

    Tag {
        theme: notes.theme
        size: notes.size
        visible: notes.row.tied
        anchors.verticalCenter: parent.verticalCenter
        words: qsTr("Tied")
        ink: notes.ink
        framed: false
    }

    Tag {
        theme: notes.theme
        size: notes.size
        visible: notes.row.move !== 0 && !notes.compact
        anchors.verticalCenter: parent.verticalCenter
        words: (notes.row.move > 0 ? "↑ %1" : "↓ %1").arg(Math.abs(notes.row.move))
        ink: notes.ink
        framed: false
    }
}
