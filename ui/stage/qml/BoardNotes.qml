import QtQuick

// What is said of a line beside its score: under review, grade, shared rank, places risen or fallen.
Row {
    id: notes

    required property Theme theme
    required property var row
    required property color ink
    required property real size
    property bool compact: false
    // Leaves out the places risen or fallen, where the name needs their room.
    property bool brief: false
    readonly property bool moved: row.move !== 0 && !compact
    readonly property bool graded: !!row.grade && !compact
    // How wide it is when it leaves out nothing.
    readonly property real whole: part(row.review, review) + part(graded, grade) + part(row.tied, tied) + moveWidth
    readonly property real moveWidth: part(moved, move)

    spacing: 0.5 * size

    function part(shown, tag) {
        return shown ? tag.implicitWidth + spacing : 0
    }

    Tag {
        id: review
        theme: notes.theme
        size: notes.size
        visible: notes.row.review
        anchors.verticalCenter: parent.verticalCenter
        words: qsTr("Under review")
        ink: notes.ink
    }

    Tag {
        id: grade
        theme: notes.theme
        size: notes.size
        visible: notes.graded
        anchors.verticalCenter: parent.verticalCenter
        words: notes.row.grade || ""
        ink: notes.ink
        framed: false
    }

    Tag {
        id: tied
        theme: notes.theme
        size: notes.size
        visible: notes.row.tied
        anchors.verticalCenter: parent.verticalCenter
        words: qsTr("Tied")
        ink: notes.ink
        framed: false
    }

    Tag {
        id: move
        theme: notes.theme
        size: notes.size
        visible: notes.moved && !notes.brief
        anchors.verticalCenter: parent.verticalCenter
        words: (notes.row.move > 0 ? "↑ %1" : "↓ %1").arg(Math.abs(notes.row.move))
        ink: notes.ink
        framed: false
    }
}
