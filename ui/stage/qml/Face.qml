import QtQuick

// One screen: made when it is shown, faded in and out as one picture, gone when it is out of sight.
Loader {
    required property bool shown
    required property bool animated

    objectName: "face"
    anchors.fill: parent
    active: opacity > 0
    opacity: shown ? 1 : 0
    layer.enabled: opacity > 0 && opacity < 1

    Behavior on opacity {
        enabled: animated
        NumberAnimation { duration: 320 }
    }
}
