import QtQuick

// The entry on stage, and its time: down to nothing, then up in red.
ScreenBase {
    id: screen

    readonly property var entry: view.entry || null
    readonly property var clock: stage.clock

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -3 * screen.u
        width: screen.width - 2 * screen.margin
        spacing: 2 * screen.u

        EntryHead {
            theme: screen.theme
            visible: !!screen.entry
            width: parent.width
            centred: true
            entry: screen.entry || ({ number: 0, name: "", category: "" })
            largest: 14 * screen.u
        }

        FitText {
            theme: screen.theme
            objectName: "name"
            visible: !!screen.entry && screen.entry.lead !== "" && screen.entry.lead !== screen.entry.name
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: screen.entry ? qsTr("Led by %1").arg(screen.entry.lead) : ""
            font.bold: false
            color: screen.theme.soft
            largest: 4.6 * screen.u
        }

        Caption {
            theme: screen.theme
            visible: !screen.entry
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("One moment, please")
            font.pixelSize: 6 * screen.u
        }

        Item {
            visible: timer.visible
            width: 1
            height: 1.5 * screen.u
        }

        SpeechTimer {
            id: timer
            theme: screen.theme
            clock: screen.clock
            visible: !!screen.entry && screen.clock.phase !== "off"
            anchors.horizontalCenter: parent.horizontalCenter
        }
    }

    NextUp {
        theme: screen.theme
        room: screen.width - 2 * screen.margin
        entry: screen.view.upcoming
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 5 * screen.u
    }
}
