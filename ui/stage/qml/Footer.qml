import QtQuick

// The foot of a screen: one line on the rules, and which page of how many is shown.
Item {
    id: footer

    required property Theme theme
    property string words
    property int page: 0
    property int pages: 1

    implicitHeight: Math.max(4 * theme.unit, line.height)

    FitText {
        id: line
        theme: footer.theme
        objectName: "caption"
        width: parent.width - (dots.visible ? dots.width + 3 * footer.theme.unit : 0)
        anchors.verticalCenter: parent.verticalCenter
        text: footer.words
        color: footer.theme.soft
        font.bold: false
        largest: footer.theme.caption
        smallest: footer.theme.caption
    }

    Row {
        id: dots
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: footer.pages > 1
        spacing: 1.2 * footer.theme.unit

        Repeater {
            model: footer.pages
            Rectangle {
                required property int index
                anchors.verticalCenter: parent.verticalCenter
                width: (index === footer.page ? 3.2 : 1.2) * footer.theme.unit
                height: 1.2 * footer.theme.unit
                radius: height / 2
                color: index === footer.page ? footer.theme.text : footer.theme.line
            }
        }
    }
}
