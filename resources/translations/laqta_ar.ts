<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Compare takes</source>
        <translation>مقارنة النسخ</translation>
    </message>
    <message>
        <source>First take</source>
        <translation>النسخة الأولى</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>اللحظة</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play both</source>
        <translation>تشغيل النسختين</translation>
    </message>
    <message>
        <source>Second take</source>
        <translation>النسخة الثانية</translation>
    </message>
</context>
<context>
    <name>ConformPanel</name>
    <message>
        <source>A model makes these shots anew. Cuts, speeds, looks and titles stay as they are; each take swaps in when it is done.</source>
        <translation>يصنع نموذجٌ هذه اللقطات من جديد. يبقى القطع والسرعة والمظهر والعناوين كما هي، وتحلّ كل نسخة محلّ مسودتها عند اكتمالها.</translation>
    </message>
    <message>
        <source>About {time} in all · {memory} at most</source>
        <translation>نحو {time} إجمالًا · {memory} على الأكثر</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Conform</source>
        <translation>المطابقة</translation>
    </message>
    <message numerus="yes">
        <source>Conform %n shots</source>
        <translation>
            <numerusform>لا لقطات للمطابقة</numerusform>
            <numerusform>طابق لقطة واحدة</numerusform>
            <numerusform>طابق لقطتين</numerusform>
            <numerusform>طابق %n لقطات</numerusform>
            <numerusform>طابق %n لقطة</numerusform>
            <numerusform>طابق %n لقطة</numerusform>
        </translation>
    </message>
    <message>
        <source>Get a model first.</source>
        <translation>نزّل نموذجًا أولًا.</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>No shot is picked.</source>
        <translation>لم تُختر أي لقطة.</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>المحددة</translation>
    </message>
    <message>
        <source>This model isn't here yet.</source>
        <translation>هذا النموذج ليس هنا بعد.</translation>
    </message>
    <message>
        <source>What the model does otherwise</source>
        <translation>ما يفعله النموذج على غير المطلوب</translation>
    </message>
    <message>
        <source>Which shots</source>
        <translation>أي اللقطات</translation>
    </message>
    <message>
        <source>Whole film</source>
        <translation>الفيلم كله</translation>
    </message>
    <message>
        <source>Working out time and memory…</source>
        <translation>يُحسب الوقت والذاكرة…</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Accept and get</source>
        <translation>أوافق، نزّله</translation>
    </message>
    <message>
        <source>Asking the server for the size…</source>
        <translation>يُسأل الخادم عن الحجم…</translation>
    </message>
    <message>
        <source>It goes into</source>
        <translation>يوضع في</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>الترخيص: {licence}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Of that, {come} lie there already.</source>
        <translation>منها {come} موجودة هناك من قبل.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>فتح صفحته</translation>
    </message>
    <message>
        <source>Read the licence</source>
        <translation>قراءة الترخيص</translation>
    </message>
    <message>
        <source>That needs {needed}, and there {free} are free. Choose another folder.</source>
        <translation>يحتاج ذلك إلى {needed}، والمتاح هناك {free}. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{size} will be downloaded from {origin}.</source>
        <translation>سيُنزَّل {size} من {origin}.</translation>
    </message>
    <message>
        <source>{size} will be downloaded.</source>
        <translation>سيُنزَّل {size}.</translation>
    </message>
</context>
<context>
    <name>CostLine</name>
    <message>
        <source>Predicted on this machine</source>
        <translation>المتوقع على هذا الجهاز</translation>
    </message>
    <message>
        <source>Working out time and memory…</source>
        <translation>يُحسب الوقت والذاكرة…</translation>
    </message>
</context>
<context>
    <name>CreatePanel</name>
    <message>
        <source>A draft is drawn at once; a final shot is made by a model and swaps in</source>
        <translation>تُرسم المسودة فورًا؛ أما اللقطة النهائية فيصنعها نموذج وتحلّ محلها</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Auto follows the prompt</source>
        <translation>التلقائي يتبع الوصف</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Create (Ctrl+Enter)</source>
        <translation>إنشاء (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>نهائية</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Made as</source>
        <translation>طريقة الصنع</translation>
    </message>
    <message>
        <source>References</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>الأسلوب</translation>
    </message>
    <message>
        <source>en</source>
        <translation>ar</translation>
    </message>
</context>
<context>
    <name>DownloadLine</name>
    <message>
        <source>Give up; what has come stays in its folder</source>
        <translation>التخلي عنه؛ ما وصل يبقى في مجلده</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Pause; what has come is kept</source>
        <translation>إيقاف مؤقت؛ ما وصل يبقى</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
</context>
<context>
    <name>DraftPreview</name>
    <message>
        <source>First frame of the draft</source>
        <translation>أول إطار من المسودة</translation>
    </message>
    <message>
        <source>The first frame appears as you type</source>
        <translation>يظهر أول إطار أثناء الكتابة</translation>
    </message>
</context>
<context>
    <name>DragNumber</name>
    <message>
        <source>Drag, or click to type; Backspace resets</source>
        <translation>اسحب، أو انقر للكتابة؛ مفتاح الحذف يعيد القيمة</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>A hot air balloon over mountains at dawn, birds, pan right</source>
        <translation>منطاد فوق الجبال عند الفجر، طيور، التفات إلى اليمين</translation>
    </message>
    <message>
        <source>A lighthouse in a storm at night, lightning and rain</source>
        <translation>منارة في عاصفة ليلًا، برق ومطر</translation>
    </message>
    <message>
        <source>A sailboat on a calm sea at sunset, gentle waves, slow push in</source>
        <translation>قارب شراعي في بحر هادئ عند الغروب، أمواج خفيفة، اقتراب بطيء</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>ابدأ من هنا</translation>
    </message>
    <message>
        <source>Type a shot on the left, or start with one of these.</source>
        <translation>اكتب لقطة في اللوحة الجانبية، أو ابدأ بواحدة من هذه.</translation>
    </message>
    <message>
        <source>What do you want to see?</source>
        <translation>ماذا تريد أن ترى؟</translation>
    </message>
    <message>
        <source>or drop films, pictures and sounds here</source>
        <translation>أو أفلت أفلامًا وصورًا وأصواتًا هنا</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Best</source>
        <translation>الأفضل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Choose where the film goes.</source>
        <translation>اختر مكان حفظ الفيلم.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>التصدير إلى</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيدة</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>صغيرة</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>لا يوجد مجلد {folder}.</translation>
    </message>
    <message>
        <source>film</source>
        <translation>فيلم</translation>
    </message>
    <message>
        <source>{name} is there already and will be replaced.</source>
        <translation>{name} موجود من قبل وسيُستبدل.</translation>
    </message>
</context>
<context>
    <name>FilmSection</name>
    <message>
        <source>Film</source>
        <translation>الفيلم</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>معدل الإطارات</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>إطارات في الثانية</translation>
    </message>
    <message>
        <source>Select a clip to change it.</source>
        <translation>حدّد مقطعًا لتعديله.</translation>
    </message>
    <message>
        <source>Shape of the film</source>
        <translation>شكل الفيلم</translation>
    </message>
</context>
<context>
    <name>FinalFields</name>
    <message>
        <source>More takes come from the next seeds</source>
        <translation>النسخ الإضافية من البذور التالية</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>النسخ</translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Open the folder</source>
        <translation>فتح المجلد</translation>
    </message>
</context>
<context>
    <name>FrameSection</name>
    <message>
        <source>Across</source>
        <translation>أفقيًا</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>عموديًا</translation>
    </message>
    <message>
        <source>Fill frame</source>
        <translation>ملء الإطار</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>ملء الإطار</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>الإطار</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>العتامة</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>الدوران</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>الحجم</translation>
    </message>
</context>
<context>
    <name>Grip</name>
    <message>
        <source>Drag, or press the up and down arrows</source>
        <translation>اسحب، أو اضغط السهمين لأعلى ولأسفل</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%n مقاطع</numerusform>
            <numerusform>%n مقطعًا</numerusform>
            <numerusform>%n مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the clip</source>
        <translation>اسم المقطع</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Change before it starts</source>
        <translation>تغيير قبل أن يبدأ</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Give up; what has come stays in its folder</source>
        <translation>التخلي عنه؛ ما وصل يبقى في مجلده</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>نقل {name}</translation>
    </message>
    <message>
        <source>Pause; what has come is kept</source>
        <translation>إيقاف مؤقت؛ يُحفظ ما وصل</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>إزالة من القائمة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>LookGrid</name>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>الشدّة</translation>
    </message>
</context>
<context>
    <name>LoopSection</name>
    <message>
        <source>Loop</source>
        <translation>التكرار</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>المرّات</translation>
    </message>
    <message>
        <source>Ping-pong</source>
        <translation>ذهاب وإياب</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>إعادة</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Save the project as</source>
        <translation>حفظ المشروع باسم</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>بلا عنوان</translation>
    </message>
</context>
<context>
    <name>MediaPanel</name>
    <message numerus="yes">
        <source>%n missing: find in folder…</source>
        <translation>
            <numerusform>لا مفقود</numerusform>
            <numerusform>ملف مفقود: ابحث في مجلد…</numerusform>
            <numerusform>ملفان مفقودان: ابحث في مجلد…</numerusform>
            <numerusform>%n ملفات مفقودة: ابحث في مجلد…</numerusform>
            <numerusform>%n ملفًا مفقودًا: ابحث في مجلد…</numerusform>
            <numerusform>%n ملف مفقود: ابحث في مجلد…</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported films, pictures and sounds appear here. Drop them here or on the timeline.</source>
        <translation>تظهر هنا الأفلام والصور والأصوات التي تستوردها. أفلتها هنا أو على الخط الزمني.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Where are the missing files?</source>
        <translation>أين الملفات المفقودة؟</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Check</source>
        <translation>فحص</translation>
    </message>
    <message>
        <source>Check {name}</source>
        <translation>فحص {name}</translation>
    </message>
    <message>
        <source>Every file is as it should be.</source>
        <translation>كل الملفات كما ينبغي.</translation>
    </message>
    <message>
        <source>Get {name}</source>
        <translation>تنزيل {name}</translation>
    </message>
    <message>
        <source>Get…</source>
        <translation>تنزيل…</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>ليس هنا</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>على هذا الجهاز</translation>
    </message>
    <message>
        <source>Read every file again and compare</source>
        <translation>قراءة كل الملفات من جديد ومقارنتها</translation>
    </message>
    <message>
        <source>Reading every file…</source>
        <translation>تُقرأ كل الملفات…</translation>
    </message>
    <message>
        <source>{licence} · about {size} to download</source>
        <translation>{licence} · نحو {size} للتنزيل</translation>
    </message>
    <message>
        <source>{licence} · size not known yet</source>
        <translation>‏{licence} · الحجم غير معروف بعد</translation>
    </message>
    <message>
        <source>{licence} · {size} on the disk</source>
        <translation>‏{licence} · {size} على القرص</translation>
    </message>
    <message>
        <source>{licence} · {size} to download</source>
        <translation>‏{licence} · {size} للتنزيل</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>A file of weights</source>
        <translation>ملف أوزان</translation>
    </message>
    <message>
        <source>A file of weights…</source>
        <translation>ملف أوزان…</translation>
    </message>
    <message>
        <source>A model's folder</source>
        <translation>مجلد نموذج</translation>
    </message>
    <message>
        <source>A model's folder…</source>
        <translation>مجلد نموذج…</translation>
    </message>
    <message>
        <source>Add from disk…</source>
        <translation>إضافة من القرص…</translation>
    </message>
    <message>
        <source>Before the studio starts, HF_ENDPOINT names a mirror, HF_HUB_OFFLINE=1 forbids downloads and HF_TOKEN opens models that ask for one.</source>
        <translation>قبل تشغيل الاستوديو: HF_ENDPOINT يحدد خادمًا بديلًا، وHF_HUB_OFFLINE=1 يمنع التنزيل، وHF_TOKEN يفتح النماذج التي تطلب رمزًا.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Downloads come from a mirror: {origin}</source>
        <translation>التنزيل من خادم بديل: {origin}</translation>
    </message>
    <message>
        <source>Downloads come from {origin}</source>
        <translation>التنزيل من {origin}</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>يُبحث عن النماذج…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Offline: HF_HUB_OFFLINE is set, so nothing is downloaded.</source>
        <translation>دون اتصال: HF_HUB_OFFLINE مضبوط، فلا يُنزَّل شيء.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>Time and memory for {seconds} s at {size} on this machine</source>
        <translation>الوقت والذاكرة لـ {seconds} ث بقياس {size} على هذا الجهاز</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>أوزان</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>تنبيه</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>Interface size, from the next start</source>
        <translation>حجم الواجهة، من التشغيل القادم</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>PromptBox</name>
    <message>
        <source>Describe a shot: place, light, weather, who is there, how the camera moves</source>
        <translation>صف لقطة: المكان والضوء والطقس ومن فيها وكيف تتحرك الكاميرا</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>الوصف</translation>
    </message>
</context>
<context>
    <name>QueueIndicator</name>
    <message>
        <source>Queue</source>
        <translation>القائمة</translation>
    </message>
    <message numerus="yes">
        <source>Queue: %n to do</source>
        <translation>
            <numerusform>القائمة: لا شيء</numerusform>
            <numerusform>القائمة: عمل واحد</numerusform>
            <numerusform>القائمة: عملان</numerusform>
            <numerusform>القائمة: %n أعمال</numerusform>
            <numerusform>القائمة: %n عملًا</numerusform>
            <numerusform>القائمة: %n عمل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Exports, takes and downloads appear here with their progress.</source>
        <translation>تظهر هنا عمليات التصدير والنسخ والتنزيلات وتقدّمها.</translation>
    </message>
    <message>
        <source>Go on with the queue</source>
        <translation>متابعة القائمة</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Start nothing new</source>
        <translation>عدم بدء شيء جديد</translation>
    </message>
    <message>
        <source>Take all that is over off the list</source>
        <translation>إزالة كل ما انتهى من القائمة</translation>
    </message>
</context>
<context>
    <name>ReferenceChip</name>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>ReferenceStrip</name>
    <message>
        <source>Add a logo, picture or clip</source>
        <translation>أضف شعارًا أو صورة أو مقطعًا</translation>
    </message>
</context>
<context>
    <name>RoomField</name>
    <message>
        <source>A folder for models</source>
        <translation>مجلد للنماذج</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>مجلد آخر…</translation>
    </message>
    <message>
        <source>Folder for the model</source>
        <translation>مجلد النموذج</translation>
    </message>
    <message>
        <source>{free} free · {folder}</source>
        <translation>المتاح {free} · {folder}</translation>
    </message>
</context>
<context>
    <name>RunFields</name>
    <message>
        <source>Fast</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>Get a model, or add one from a disk.</source>
        <translation>نزّل نموذجًا أو أضف واحدًا من القرص.</translation>
    </message>
    <message>
        <source>How far it may leave the draft</source>
        <translation>مدى الابتعاد عن المسودة</translation>
    </message>
    <message>
        <source>How far it may leave the draft: 0 % stays, 100 % only starts from it</source>
        <translation>مدى الابتعاد عن المسودة: ‎0 %‎ يلتزم بها، و‎100 %‎ يبدأ منها فقط</translation>
    </message>
    <message>
        <source>Keep the draft's framing</source>
        <translation>الحفاظ على تأطير المسودة</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>النماذج…</translation>
    </message>
    <message>
        <source>None here yet</source>
        <translation>لا نموذج بعد</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>This model can't go by a draft</source>
        <translation>لا يستطيع هذا النموذج السير على مسودة</translation>
    </message>
    <message>
        <source>This model isn't here yet: get it under Models…</source>
        <translation>هذا النموذج ليس هنا بعد: أحضره من «النماذج…»</translation>
    </message>
    <message>
        <source>{name} · not here</source>
        <translation>‏{name} · ليس هنا</translation>
    </message>
</context>
<context>
    <name>ScreenView</name>
    <message>
        <source>Viewer</source>
        <translation>شاشة العرض</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Scroll</source>
        <translation>تمرير</translation>
    </message>
</context>
<context>
    <name>SeedField</name>
    <message>
        <source>Another seed</source>
        <translation>بذرة أخرى</translation>
    </message>
    <message>
        <source>Keep this seed</source>
        <translation>ثبّت هذه البذرة</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
</context>
<context>
    <name>ShotSection</name>
    <message numerus="yes">
        <source>%n takes</source>
        <translation>
            <numerusform>لا نسخ</numerusform>
            <numerusform>نسخة واحدة</numerusform>
            <numerusform>نسختان</numerusform>
            <numerusform>%n نسخ</numerusform>
            <numerusform>%n نسخة</numerusform>
            <numerusform>%n نسخة</numerusform>
        </translation>
    </message>
    <message>
        <source>A take is being made: {part}</source>
        <translation>تُصنع نسخة: {part}</translation>
    </message>
    <message>
        <source>A take waits in the queue</source>
        <translation>نسخة تنتظر في القائمة</translation>
    </message>
    <message>
        <source>Compare takes</source>
        <translation>مقارنة النسخ</translation>
    </message>
    <message>
        <source>Let a model make this shot; the draft shows until then</source>
        <translation>دع نموذجًا يصنع هذه اللقطة؛ تظهر المسودة حتى ذلك الحين</translation>
    </message>
    <message>
        <source>Make a new take from this prompt; the old one is kept</source>
        <translation>اصنع نسخة جديدة من هذا الوصف؛ وتبقى القديمة</translation>
    </message>
    <message>
        <source>Make final…</source>
        <translation>نهائية…</translation>
    </message>
    <message>
        <source>Make this take again</source>
        <translation>صنع هذه النسخة من جديد</translation>
    </message>
    <message>
        <source>Prompt of the shot</source>
        <translation>وصف اللقطة</translation>
    </message>
    <message>
        <source>Remix</source>
        <translation>إعادة صياغة</translation>
    </message>
    <message>
        <source>Remove this take</source>
        <translation>إزالة هذه النسخة</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>اللقطة</translation>
    </message>
    <message>
        <source>{kind} · seed {seed} · {size}</source>
        <translation>‏{kind} · بذرة {seed} · {size}</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>In the film</source>
        <translation>في الفيلم</translation>
    </message>
    <message>
        <source>Show this one</source>
        <translation>إظهار هذه</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>الوسائط</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>اللوحة</translation>
    </message>
</context>
<context>
    <name>SoundSection</name>
    <message>
        <source>Fade in</source>
        <translation>ظهور تدريجي</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>اختفاء تدريجي</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>الكسب</translation>
    </message>
    <message>
        <source>Sound and fades</source>
        <translation>الصوت والتدرّج</translation>
    </message>
</context>
<context>
    <name>SpeedSection</name>
    <message>
        <source>Backwards</source>
        <translation>بالعكس</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>المعامل</translation>
    </message>
    <message>
        <source>Keep pitch</source>
        <translation>حفظ الطبقة</translation>
    </message>
    <message>
        <source>Keep the pitch</source>
        <translation>حفظ طبقة الصوت</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>No plate</source>
        <translation>بلا لوح</translation>
    </message>
</context>
<context>
    <name>TakeEditor</name>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>إبقاؤها كما كانت</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Prompt of the take</source>
        <translation>وصف النسخة</translation>
    </message>
</context>
<context>
    <name>TakeStrip</name>
    <message>
        <source>Takes</source>
        <translation>النسخ</translation>
    </message>
</context>
<context>
    <name>TaskChips</name>
    <message>
        <source>Makes sound with its pictures</source>
        <translation>يصنع صوتًا مع الصور</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>صوت</translation>
    </message>
</context>
<context>
    <name>TileCard</name>
    <message>
        <source>Nothing is called that.</source>
        <translation>لا شيء بهذا الاسم.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Scroll the timeline</source>
        <translation>تمرير الخط الزمني</translation>
    </message>
    <message>
        <source>Zoom of the timeline</source>
        <translation>تكبير الخط الزمني</translation>
    </message>
</context>
<context>
    <name>TitleSection</name>
    <message>
        <source>Bold</source>
        <translation>عريض</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>اللوح</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Text of the title</source>
        <translation>نص العنوان</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>عنوان</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Project menu</source>
        <translation>قائمة المشروع</translation>
    </message>
</context>
<context>
    <name>TrackHead</name>
    <message>
        <source>Hide %1</source>
        <translation>إخفاء %1</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>قفل %1</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>كتم %1</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>لم يسقط شيء</numerusform>
            <numerusform>سقط إطار</numerusform>
            <numerusform>سقط إطاران</numerusform>
            <numerusform>سقطت %n إطارات</numerusform>
            <numerusform>سقط %n إطارًا</numerusform>
            <numerusform>سقط %n إطار</numerusform>
        </translation>
    </message>
    <message>
        <source>Length of the film</source>
        <translation>مدة الفيلم</translation>
    </message>
    <message>
        <source>Loop playback</source>
        <translation>تكرار العرض</translation>
    </message>
    <message>
        <source>One frame back (Left)</source>
        <translation>إطار إلى الخلف (Left)</translation>
    </message>
    <message>
        <source>One frame on (Right)</source>
        <translation>إطار إلى الأمام (Right)</translation>
    </message>
    <message>
        <source>One pixel for one pixel</source>
        <translation>بكسل ببكسل</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>إيقاف مؤقت (Space)</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>تشغيل (Space)</translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>رأس التشغيل</translation>
    </message>
    <message>
        <source>Safe margins</source>
        <translation>الهوامش الآمنة</translation>
    </message>
    <message>
        <source>Silence playback</source>
        <translation>كتم العرض</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>إلى النهاية (End)</translation>
    </message>
    <message>
        <source>To the start (Home)</source>
        <translation>إلى البداية (Home)</translation>
    </message>
</context>
<context>
    <name>WordList</name>
    <message>
        <source>Not drawn in drafts: {words}</source>
        <translation>لا يُرسم في المسودات: {words}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Add a title</source>
        <translation>أضف عنوانًا</translation>
    </message>
    <message>
        <source>Conform…</source>
        <translation>المطابقة…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Create the shot</source>
        <translation>أنشئ اللقطة</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>قصّ</translation>
    </message>
    <message>
        <source>Delete and close the gap</source>
        <translation>حذف مع سدّ الفراغ</translation>
    </message>
    <message>
        <source>Delete, leave the gap</source>
        <translation>حذف مع ترك الفراغ</translation>
    </message>
    <message>
        <source>Dissolve to the next clip</source>
        <translation>مزج مع المقطع التالي</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تكرار المقطع</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Fit the film</source>
        <translation>ملاءمة الفيلم</translation>
    </message>
    <message>
        <source>Freeze this frame</source>
        <translation>تجميد هذا الإطار</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Loop the whole film</source>
        <translation>تكرار الفيلم كله</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>النماذج…</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>Nudge one frame back</source>
        <translation>زحزحة إطارًا إلى الخلف</translation>
    </message>
    <message>
        <source>Nudge one frame on</source>
        <translation>زحزحة إطارًا إلى الأمام</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>إطار إلى الخلف</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>إطار إلى الأمام</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>فتح…</translation>
    </message>
    <message>
        <source>Paste at the playhead</source>
        <translation>لصق عند رأس التشغيل</translation>
    </message>
    <message>
        <source>Paste attributes</source>
        <translation>لصق الخصائص</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play backwards, faster each time</source>
        <translation>تشغيل بالعكس، أسرع في كل مرة</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>تشغيل أو إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play, faster each time</source>
        <translation>تشغيل، أسرع في كل مرة</translation>
    </message>
    <message>
        <source>Recut</source>
        <translation>إعادة القطع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Select all clips</source>
        <translation>تحديد كل المقاطع</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>التقاط</translation>
    </message>
    <message>
        <source>Split at the playhead</source>
        <translation>قصّ عند رأس التشغيل</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>عشرة إطارات إلى الخلف</translation>
    </message>
    <message>
        <source>Ten frames on</source>
        <translation>عشرة إطارات إلى الأمام</translation>
    </message>
    <message>
        <source>The loop ends here</source>
        <translation>ينتهي التكرار هنا</translation>
    </message>
    <message>
        <source>The loop starts here</source>
        <translation>يبدأ التكرار هنا</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>إلى النهاية</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>إلى البداية</translation>
    </message>
    <message>
        <source>Trim the end to the playhead</source>
        <translation>تشذيب النهاية إلى رأس التشغيل</translation>
    </message>
    <message>
        <source>Trim the start to the playhead</source>
        <translation>تشذيب البداية إلى رأس التشغيل</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
</context>
<context>
    <name>badges</name>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>تجميد</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>في القائمة</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>عنوان</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>Add logo</source>
        <translation>إضافة شعار</translation>
    </message>
    <message>
        <source>Add media</source>
        <translation>إضافة وسائط</translation>
    </message>
    <message>
        <source>Add title</source>
        <translation>إضافة عنوان</translation>
    </message>
    <message>
        <source>Change gain</source>
        <translation>تغيير الكسب</translation>
    </message>
    <message>
        <source>Change look</source>
        <translation>تغيير المظهر</translation>
    </message>
    <message>
        <source>Change opacity</source>
        <translation>تغيير العتامة</translation>
    </message>
    <message>
        <source>Change speed</source>
        <translation>تغيير السرعة</translation>
    </message>
    <message>
        <source>Change take</source>
        <translation>تغيير النسخة</translation>
    </message>
    <message>
        <source>Change the film's shape</source>
        <translation>تغيير شكل الفيلم</translation>
    </message>
    <message>
        <source>Change the frame rate</source>
        <translation>تغيير معدل الإطارات</translation>
    </message>
    <message>
        <source>Change title</source>
        <translation>تغيير العنوان</translation>
    </message>
    <message>
        <source>Conform</source>
        <translation>مطابقة</translation>
    </message>
    <message>
        <source>Create shot</source>
        <translation>إنشاء لقطة</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>قصّ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>مزج</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تكرار المقطع</translation>
    </message>
    <message>
        <source>Fade in</source>
        <translation>ظهور تدريجي</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>اختفاء تدريجي</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>ملء الإطار</translation>
    </message>
    <message>
        <source>Find media</source>
        <translation>إيجاد الوسائط</translation>
    </message>
    <message>
        <source>Freeze frame</source>
        <translation>تجميد إطار</translation>
    </message>
    <message>
        <source>Hide track</source>
        <translation>إخفاء المسار</translation>
    </message>
    <message>
        <source>Import media</source>
        <translation>استيراد وسائط</translation>
    </message>
    <message>
        <source>Keep pitch</source>
        <translation>حفظ الطبقة</translation>
    </message>
    <message>
        <source>Lock track</source>
        <translation>قفل المسار</translation>
    </message>
    <message>
        <source>Look strength</source>
        <translation>شدّة المظهر</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>التكرار</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>صنع من جديد</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تحريك</translation>
    </message>
    <message>
        <source>Move in the frame</source>
        <translation>تحريك في الإطار</translation>
    </message>
    <message>
        <source>Mute track</source>
        <translation>كتم المسار</translation>
    </message>
    <message>
        <source>New take</source>
        <translation>نسخة جديدة</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>زحزحة</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Paste attributes</source>
        <translation>لصق الخصائص</translation>
    </message>
    <message>
        <source>Recut</source>
        <translation>إعادة القطع</translation>
    </message>
    <message>
        <source>Remix</source>
        <translation>إعادة مزج</translation>
    </message>
    <message>
        <source>Remove dissolve</source>
        <translation>إزالة المزج</translation>
    </message>
    <message>
        <source>Remove take</source>
        <translation>إزالة نسخة</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Restore version</source>
        <translation>استعادة نسخة محفوظة</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>عكس</translation>
    </message>
    <message>
        <source>Ripple delete</source>
        <translation>حذف متتابع</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <source>Scale in the frame</source>
        <translation>تحجيم في الإطار</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>قصّ إلى جزأين</translation>
    </message>
    <message>
        <source>Title colour</source>
        <translation>لون العنوان</translation>
    </message>
    <message>
        <source>Title plate</source>
        <translation>لوح العنوان</translation>
    </message>
    <message>
        <source>Title size</source>
        <translation>حجم العنوان</translation>
    </message>
    <message>
        <source>Title weight</source>
        <translation>سُمك العنوان</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>تشذيب</translation>
    </message>
    <message>
        <source>Trim end</source>
        <translation>تشذيب النهاية</translation>
    </message>
    <message>
        <source>Trim start</source>
        <translation>تشذيب البداية</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>تنويع</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A draft is drawn anew each time, so it isn't made again.</source>
        <translation>تُرسم المسودة من جديد كل مرة، فلا تُصنع مرة أخرى.</translation>
    </message>
    <message>
        <source>A film begins at its first frame.</source>
        <translation>يبدأ الفيلم عند إطاره الأول.</translation>
    </message>
    <message>
        <source>A new one is running: try again.</source>
        <translation>يعمل محرّك جديد: أعد المحاولة.</translation>
    </message>
    <message>
        <source>A shot keeps at least one take.</source>
        <translation>تحتفظ اللقطة بنسخة واحدة على الأقل.</translation>
    </message>
    <message>
        <source>A transition needs two clips that touch.</source>
        <translation>يحتاج الانتقال إلى مقطعين متلامسين.</translation>
    </message>
    <message>
        <source>Accept the model's conditions on its page, put a token in HF_TOKEN, or choose another.</source>
        <translation>اقبل شروط النموذج في صفحته وضع رمزًا في HF_TOKEN، أو اختر نموذجًا آخر.</translation>
    </message>
    <message>
        <source>Change the request and try again.</source>
        <translation>غيّر الطلب وأعد المحاولة.</translation>
    </message>
    <message>
        <source>Change the shot, or choose another model.</source>
        <translation>غيّر اللقطة أو اختر نموذجًا آخر.</translation>
    </message>
    <message>
        <source>Check it, and get it again.</source>
        <translation>افحصه ثم نزّله من جديد.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .laqta.</source>
        <translation>اختر ملفًا ينتهي بـ ‎.laqta.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>اختر مجلدًا تستطيع الكتابة فيه.</translation>
    </message>
    <message>
        <source>Choose a shot, or create one.</source>
        <translation>اختر لقطة أو أنشئ واحدة.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>اختر قيمة أخرى.</translation>
    </message>
    <message>
        <source>Choose another track.</source>
        <translation>اختر مسارًا آخر.</translation>
    </message>
    <message>
        <source>Choose the folder that holds model_index.json, or another model.</source>
        <translation>اختر المجلد الذي فيه model_index.json، أو نموذجًا آخر.</translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation>أغلقه هناك أولًا.</translation>
    </message>
    <message>
        <source>Convert it to MP4, PNG or WAV first.</source>
        <translation>حوّله إلى MP4 أو PNG أو WAV أولًا.</translation>
    </message>
    <message>
        <source>Delete it instead.</source>
        <translation>احذفه بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Delete its clips instead.</source>
        <translation>احذف مقاطعها بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Delete or move them first.</source>
        <translation>احذفها أو انقلها أولًا.</translation>
    </message>
    <message>
        <source>Drag its end to make it longer or shorter.</source>
        <translation>اسحب نهايته لتطويله أو تقصيره.</translation>
    </message>
    <message>
        <source>Export once more; if it happens again, report it.</source>
        <translation>صدّر مرة أخرى؛ وإن تكرر ذلك فأبلغ عنه.</translation>
    </message>
    <message>
        <source>Free some space and make the edit again.</source>
        <translation>وفّر مساحة وأعد التعديل.</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk, and try again.</source>
        <translation>وفّر مساحة أو اختر قرصًا آخر ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Get it again, or from another mirror.</source>
        <translation>نزّله من جديد، أو من مرآة أخرى.</translation>
    </message>
    <message>
        <source>Get it first, or choose another.</source>
        <translation>نزّله أولًا أو اختر غيره.</translation>
    </message>
    <message>
        <source>Give the film another name.</source>
        <translation>أعطِ الفيلم اسمًا آخر.</translation>
    </message>
    <message>
        <source>Import it first.</source>
        <translation>استورده أولًا.</translation>
    </message>
    <message>
        <source>It may be damaged: play it in another program, or export it again there.</source>
        <translation>قد يكون تالفًا: شغّله في برنامج آخر أو صدّره من جديد هناك.</translation>
    </message>
    <message>
        <source>Look at the connection and try again: what has come is kept.</source>
        <translation>تحقق من الاتصال وأعد المحاولة: ما وصل محفوظ.</translation>
    </message>
    <message>
        <source>Look for it in another folder.</source>
        <translation>ابحث عنه في مجلد آخر.</translation>
    </message>
    <message>
        <source>Make a take of the shot with a model first.</source>
        <translation>اصنع أولًا نسخة من اللقطة بنموذج.</translation>
    </message>
    <message>
        <source>Make it smaller or shorter, close other programs, or choose a smaller model.</source>
        <translation>صغّر اللقطة أو قصّرها، أو أغلق برامج أخرى، أو اختر نموذجًا أصغر.</translation>
    </message>
    <message>
        <source>Move the clips beside it, or choose another place.</source>
        <translation>انقل المقاطع المجاورة أو اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>Move the playhead onto the clip.</source>
        <translation>انقل رأس التشغيل إلى المقطع.</translation>
    </message>
    <message>
        <source>Move them together first.</source>
        <translation>قرّب بينهما أولًا.</translation>
    </message>
    <message>
        <source>Move {subject} further right.</source>
        <translation>انقل {subject} إلى اليمين.</translation>
    </message>
    <message>
        <source>Open a copy or a saved version of it.</source>
        <translation>افتح نسخة منه أو إصدارًا محفوظًا.</translation>
    </message>
    <message>
        <source>Pictures go on picture tracks, sound goes on sound tracks.</source>
        <translation>الصور لمسارات الصورة والأصوات لمسارات الصوت.</translation>
    </message>
    <message>
        <source>Put it back, or find it in another folder.</source>
        <translation>أعده إلى مكانه أو ابحث عنه في مجلد آخر.</translation>
    </message>
    <message>
        <source>Report what you did last.</source>
        <translation>أبلغ عن آخر ما فعلته.</translation>
    </message>
    <message>
        <source>Save a copy of at most 16000 pixels across and down.</source>
        <translation>احفظ نسخة لا تزيد عن 16000 بكسل عرضًا وارتفاعًا.</translation>
    </message>
    <message>
        <source>Select a clip first.</source>
        <translation>حدّد مقطعًا أولًا.</translation>
    </message>
    <message>
        <source>Slow it down or loop it to make it longer.</source>
        <translation>أبطئه أو كرّره ليطول.</translation>
    </message>
    <message>
        <source>Something went wrong that should not.</source>
        <translation>حدث خطأ ما كان ينبغي أن يحدث.</translation>
    </message>
    <message>
        <source>Start a new project with that rate.</source>
        <translation>ابدأ مشروعًا جديدًا بذلك المعدل.</translation>
    </message>
    <message>
        <source>That clip is not in the film.</source>
        <translation>ذلك المقطع ليس في الفيلم.</translation>
    </message>
    <message>
        <source>That file is not in the project.</source>
        <translation>ذلك الملف ليس في المشروع.</translation>
    </message>
    <message>
        <source>That frame is not inside {subject}.</source>
        <translation>ذلك الإطار ليس داخل {subject}.</translation>
    </message>
    <message>
        <source>That take is shorter than what the film shows of the shot.</source>
        <translation>تلك النسخة أقصر مما يعرضه الفيلم من اللقطة.</translation>
    </message>
    <message>
        <source>That track is not in the film.</source>
        <translation>ذلك المسار ليس في الفيلم.</translation>
    </message>
    <message>
        <source>That would leave nothing of {subject}.</source>
        <translation>لن يبقى بذلك شيء من {subject}.</translation>
    </message>
    <message>
        <source>The clips have too little beyond the cut for this transition.</source>
        <translation>ليس لدى المقطعين ما يكفي بعد القطع لهذا الانتقال.</translation>
    </message>
    <message>
        <source>The disk is full, so {subject} could not be written.</source>
        <translation>القرص ممتلئ فتعذّرت كتابة {subject}.</translation>
    </message>
    <message>
        <source>The disk is full: the last edit is not saved in {subject}.</source>
        <translation>القرص ممتلئ: لم يُحفظ آخر تعديل في {subject}.</translation>
    </message>
    <message>
        <source>The engine stopped in the middle of the work.</source>
        <translation>توقف المحرّك أثناء العمل.</translation>
    </message>
    <message>
        <source>The file {subject} can't be read.</source>
        <translation>تتعذّر قراءة الملف {subject}.</translation>
    </message>
    <message>
        <source>The file {subject} is not there any more.</source>
        <translation>لم يعد الملف {subject} موجودًا.</translation>
    </message>
    <message>
        <source>The film could not be encoded.</source>
        <translation>تعذّر ترميز الفيلم.</translation>
    </message>
    <message>
        <source>The finished file was not as it should be and has been removed.</source>
        <translation>لم يكن الملف النهائي كما ينبغي فأُزيل.</translation>
    </message>
    <message>
        <source>The frame rate can't change once there are clips.</source>
        <translation>لا يتغير معدل الإطارات بعد وجود مقاطع.</translation>
    </message>
    <message>
        <source>The model can't make this: {subject}.</source>
        <translation>لا يستطيع النموذج صنع هذا: {subject}.</translation>
    </message>
    <message>
        <source>The model gave no sign of life for too long and was stopped.</source>
        <translation>لم يُبدِ النموذج أي حركة مدة طويلة فأُوقف.</translation>
    </message>
    <message>
        <source>The model {subject} is not on this machine.</source>
        <translation>النموذج {subject} ليس على هذا الجهاز.</translation>
    </message>
    <message>
        <source>The model {subject} is not whole.</source>
        <translation>النموذج {subject} غير مكتمل.</translation>
    </message>
    <message>
        <source>The picture {subject} has too many pixels.</source>
        <translation>في الصورة {subject} بكسلات أكثر مما يمكن.</translation>
    </message>
    <message>
        <source>The project {subject} is damaged; it was left as it is.</source>
        <translation>المشروع {subject} تالف وقد تُرك كما هو.</translation>
    </message>
    <message>
        <source>The server refuses {subject}.</source>
        <translation>يرفض الخادم {subject}.</translation>
    </message>
    <message>
        <source>The source of {subject} has nothing more to show there.</source>
        <translation>ليس في مصدر {subject} ما يُعرض هناك.</translation>
    </message>
    <message>
        <source>There is no project at {subject}.</source>
        <translation>لا يوجد مشروع في {subject}.</translation>
    </message>
    <message>
        <source>There is no room for {subject} there.</source>
        <translation>لا متّسع هناك لـ {subject}.</translation>
    </message>
    <message>
        <source>There is not enough memory for {subject}.</source>
        <translation>لا توجد ذاكرة كافية لـ {subject}.</translation>
    </message>
    <message>
        <source>This can't be made: {subject}.</source>
        <translation>لا يمكن صنع هذا: {subject}.</translation>
    </message>
    <message>
        <source>This edit would have damaged the film, so it was not done: {subject}</source>
        <translation>كان هذا التعديل سيُفسد الفيلم فلم يُنفَّذ: {subject}</translation>
    </message>
    <message>
        <source>This value can't be used: {subject}.</source>
        <translation>لا تصلح هذه القيمة: {subject}.</translation>
    </message>
    <message>
        <source>Track {subject} is locked.</source>
        <translation>المسار {subject} مقفل.</translation>
    </message>
    <message>
        <source>Track {subject} still has clips.</source>
        <translation>ما زال في المسار {subject} مقاطع.</translation>
    </message>
    <message>
        <source>Trim the clips first.</source>
        <translation>شذّب المقاطع أولًا.</translation>
    </message>
    <message>
        <source>Trim them a little, or make the transition shorter.</source>
        <translation>شذّبهما قليلًا أو قصّر الانتقال.</translation>
    </message>
    <message>
        <source>Try again with another size or quality.</source>
        <translation>أعد المحاولة بحجم أو جودة أخرى.</translation>
    </message>
    <message>
        <source>Try again, smaller or shorter; a new one is ready.</source>
        <translation>أعد المحاولة بقياس أصغر أو مدة أقصر؛ هناك نموذج جديد جاهز.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with the details.</source>
        <translation>أعد المحاولة؛ وإن تكرر ذلك فأبلغ عنه مع التفاصيل.</translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation>افتح قفله أولًا.</translation>
    </message>
    <message>
        <source>Unset HF_HUB_OFFLINE, or add a copy that lies on a disk.</source>
        <translation>ألغِ HF_HUB_OFFLINE، أو أضف نسخة موجودة على قرص.</translation>
    </message>
    <message>
        <source>Update this one to open it.</source>
        <translation>حدّث هذا البرنامج لفتحه.</translation>
    </message>
    <message>
        <source>Use a copy of the model in safetensors files.</source>
        <translation>استعمل نسخة من النموذج بملفات safetensors.</translation>
    </message>
    <message>
        <source>Use a copy of the model that needs none.</source>
        <translation>استعمل نسخة من النموذج لا تحتاج إليها.</translation>
    </message>
    <message>
        <source>{subject} brings program code of its own, which is never run here.</source>
        <translation>يحمل {subject} شفرة برمجية خاصة به، ولا تُشغَّل هنا أبدًا.</translation>
    </message>
    <message>
        <source>{subject} came otherwise than its listing says, so it was deleted.</source>
        <translation>وصل {subject} على غير ما في فهرسه، فحُذف.</translation>
    </message>
    <message>
        <source>{subject} can't be downloaded in offline mode.</source>
        <translation>لا يمكن تنزيل {subject} دون اتصال.</translation>
    </message>
    <message>
        <source>{subject} can't be written.</source>
        <translation>تتعذّر كتابة {subject}.</translation>
    </message>
    <message>
        <source>{subject} could not be downloaded.</source>
        <translation>تعذّر تنزيل {subject}.</translation>
    </message>
    <message>
        <source>{subject} doesn't belong on that track.</source>
        <translation>مكان {subject} ليس على ذلك المسار.</translation>
    </message>
    <message>
        <source>{subject} holds pickled weights, which can run any program when they are opened.</source>
        <translation>يحوي {subject} أوزانًا بصيغة pickle، وقد تشغّل أي برنامج عند فتحها.</translation>
    </message>
    <message>
        <source>{subject} is already there.</source>
        <translation>{subject} موجود من قبل.</translation>
    </message>
    <message>
        <source>{subject} is not a Laqta project.</source>
        <translation>{subject} ليس مشروع لقطة.</translation>
    </message>
    <message>
        <source>{subject} is not a picture, film or sound that can be used here.</source>
        <translation>{subject} ليس صورة أو فيلمًا أو صوتًا يمكن استخدامه هنا.</translation>
    </message>
    <message>
        <source>{subject} is not a shot of this project.</source>
        <translation>{subject} ليست من لقطات هذا المشروع.</translation>
    </message>
    <message>
        <source>{subject} is not a video model that Laqta can run.</source>
        <translation>‏{subject} ليس نموذج فيديو تستطيع لقطة تشغيله.</translation>
    </message>
    <message>
        <source>{subject} is one of the files that the film is made of.</source>
        <translation>{subject} من الملفات التي صُنع منها الفيلم.</translation>
    </message>
    <message>
        <source>{subject} is open in another Laqta.</source>
        <translation>{subject} مفتوح في نافذة لقطة أخرى.</translation>
    </message>
    <message>
        <source>{subject} stands still, so its time can't be changed.</source>
        <translation>{subject} ساكن فلا يتغير زمنه.</translation>
    </message>
    <message>
        <source>{subject} was made by a newer Laqta.</source>
        <translation>صُنع {subject} بإصدار أحدث من لقطة.</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Choose files</source>
        <translation>اختر ملفات</translation>
    </message>
    <message>
        <source>Laqta projects</source>
        <translation>مشاريع لقطة</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>الوسائط</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>افتح مشروعًا</translation>
    </message>
</context>
<context>
    <name>gestures</name>
    <message>
        <source>No room here</source>
        <translation>لا متّسع هنا</translation>
    </message>
    <message>
        <source>plays {count}×</source>
        <translation>يُعرض {count}×</translation>
    </message>
    <message>
        <source>{by} frames</source>
        <translation>{by} إطار</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>بقي {left}</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Asking the server</source>
        <translation>يُسأل الخادم</translation>
    </message>
    <message>
        <source>Cancelled; nothing was left behind</source>
        <translation>أُلغي؛ لم يُترك شيء</translation>
    </message>
    <message>
        <source>Developing the pictures</source>
        <translation>تُظهَّر الصور</translation>
    </message>
    <message>
        <source>Done: {folder}</source>
        <translation>تم: {folder}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>Interrupted when the studio closed</source>
        <translation>انقطع عند إغلاق الاستوديو</translation>
    </message>
    <message>
        <source>It is here now</source>
        <translation>هو الآن هنا</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>يُحمَّل النموذج</translation>
    </message>
    <message>
        <source>Made.</source>
        <translation>صُنعت.</translation>
    </message>
    <message>
        <source>Making the pictures</source>
        <translation>تُصنع الصور</translation>
    </message>
    <message>
        <source>Paused at {part}; what has come is kept</source>
        <translation>متوقف عند {part}؛ ما وصل يبقى</translation>
    </message>
    <message>
        <source>Paused; what has come is kept</source>
        <translation>متوقف مؤقتًا؛ ما وصل يبقى</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation>يُقرأ الوصف</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>Waiting for its model</source>
        <translation>في انتظار نموذجه</translation>
    </message>
    <message>
        <source>Waiting; the queue is paused</source>
        <translation>في الانتظار؛ القائمة متوقفة</translation>
    </message>
    <message>
        <source>Writing the film</source>
        <translation>يُكتب الفيلم</translation>
    </message>
    <message>
        <source>draft's framing</source>
        <translation>تأطير المسودة</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>‏{done} من {total}</translation>
    </message>
    <message>
        <source>{part} · {speed} a second · {time} left</source>
        <translation>{part} · {speed} في الثانية · بقي {time}</translation>
    </message>
    <message>
        <source>{part}, {time} left</source>
        <translation>‏{part}، بقي {time}</translation>
    </message>
</context>
<context>
    <name>licences</name>
    <message>
        <source>A company with a revenue above 10 million US dollars needs a paid licence.</source>
        <translation>تحتاج شركة تتجاوز إيراداتها 10 ملايين دولار أمريكي إلى ترخيص مدفوع.</translation>
    </message>
    <message>
        <source>A company with a revenue above 20 million US dollars a year needs a permission of its own.</source>
        <translation>الشركة التي يزيد دخلها السنوي على 20 مليون دولار أمريكي تحتاج إلى إذن خاص بها.</translation>
    </message>
    <message>
        <source>A product with more than 100 million monthly users needs a licence of its own.</source>
        <translation>يحتاج منتج يتجاوز مستخدموه 100 مليون شهريًا إلى ترخيص خاص.</translation>
    </message>
    <message>
        <source>It may not be part of a product that directly competes with Lightricks' commercial products.</source>
        <translation>لا يجوز أن يكون جزءًا من منتج ينافس منتجات Lightricks التجارية مباشرة.</translation>
    </message>
    <message>
        <source>Its licence could not be confirmed: read the model's page before you use what it makes.</source>
        <translation>تعذّر تأكيد ترخيصه: اقرأ صفحة النموذج قبل استعمال ما يصنعه.</translation>
    </message>
    <message>
        <source>Its page asks for your consent first: accept there, and put a token in HF_TOKEN.</source>
        <translation>تطلب صفحته موافقتك أولًا: وافق هناك وضع رمزًا في HF_TOKEN.</translation>
    </message>
    <message>
        <source>Its page names this licence, others name Apache 2.0: read the page before you use what it makes.</source>
        <translation>صفحته تذكر هذا الترخيص، وغيرها يذكر Apache 2.0: اقرأ الصفحة قبل أن تستعمل ما يصنعه.</translation>
    </message>
    <message>
        <source>MIT is what its makers' code and its smaller sister say: see the model's own page for its weights.</source>
        <translation>هذا ما تقوله شيفرة صانعيه ونموذجه الأصغر (MIT): انظر صفحة النموذج نفسه بشأن أوزانه.</translation>
    </message>
    <message>
        <source>There are more terms: read the licence before you use what the model makes.</source>
        <translation>هناك شروط أخرى: اقرأ الترخيص قبل استعمال ما يصنعه النموذج.</translation>
    </message>
    <message>
        <source>These terms were read from a sister model's licence of the same name: read its own before you use it.</source>
        <translation>أُخذت هذه الشروط من ترخيص نموذج شقيق بالاسم نفسه: اقرأ ترخيصه قبل أن تستعمله.</translation>
    </message>
    <message>
        <source>These terms were read from others' accounts of the licence: read it before you use the model.</source>
        <translation>أُخذت هذه الشروط مما كتبه آخرون عن الترخيص: اقرأه قبل أن تستعمل النموذج.</translation>
    </message>
    <message>
        <source>What it makes may not be used there either.</source>
        <translation>ولا يجوز استعمال ما يصنعه هناك أيضًا.</translation>
    </message>
    <message>
        <source>What it makes may not be used to improve other AI models.</source>
        <translation>لا يجوز استعمال ما يصنعه لتحسين نماذج ذكاء اصطناعي أخرى.</translation>
    </message>
    <message>
        <source>Where the model came from says what it may be used for.</source>
        <translation>مصدر النموذج هو ما يحدد فيمَ يجوز استعماله.</translation>
    </message>
    <message>
        <source>Who shows what it makes has to say that a machine made it, and name MiniMax H3.</source>
        <translation>على من يعرض ما يصنعه أن يقول إن آلة صنعته، وأن يذكر MiniMax H3.</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
</context>
<context>
    <name>looks</name>
    <message>
        <source>Comic</source>
        <translation>قصص مصوّرة</translation>
    </message>
    <message>
        <source>Golden</source>
        <translation>ذهبي</translation>
    </message>
    <message>
        <source>Noir</source>
        <translation>نوار</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>تمديد</translation>
    </message>
    <message>
        <source>First and last</source>
        <translation>الأولى والأخيرة</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>الصورة الأولى</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>التأطير</translation>
    </message>
    <message>
        <source>From a film</source>
        <translation>من فيلم</translation>
    </message>
    <message>
        <source>Goes by a film and makes it anew</source>
        <translation>يسير على فيلم ويصنعه من جديد</translation>
    </message>
    <message>
        <source>Goes on from the end of a film</source>
        <translation>يتابع من نهاية فيلم</translation>
    </message>
    <message>
        <source>Keeps the framing of a film</source>
        <translation>يحافظ على تأطير فيلم</translation>
    </message>
    <message>
        <source>Key pictures</source>
        <translation>صور مفتاحية</translation>
    </message>
    <message>
        <source>Licence not known</source>
        <translation>الترخيص غير معروف</translation>
    </message>
    <message>
        <source>Made for graphics cards of {size} or more.</source>
        <translation>صُنع لبطاقات رسوميات سعتها {size} أو أكثر.</translation>
    </message>
    <message>
        <source>Makes a part of a film anew</source>
        <translation>يصنع جزءًا من فيلم من جديد</translation>
    </message>
    <message>
        <source>Makes a shot from words alone</source>
        <translation>يصنع لقطة من الكلمات وحدها</translation>
    </message>
    <message>
        <source>Not for use in: {places}</source>
        <translation>لا يُستعمل في: {places}</translation>
    </message>
    <message>
        <source>References</source>
        <translation>مراجع</translation>
    </message>
    <message>
        <source>Repaint a part</source>
        <translation>إعادة رسم جزء</translation>
    </message>
    <message>
        <source>Shows given pictures at given moments</source>
        <translation>يُظهر صورًا معطاة في لحظات معطاة</translation>
    </message>
    <message>
        <source>Shows the things that are on pictures</source>
        <translation>يُظهر ما في الصور</translation>
    </message>
    <message>
        <source>Starts from a picture</source>
        <translation>يبدأ من صورة</translation>
    </message>
    <message>
        <source>Starts from one picture and ends on another</source>
        <translation>يبدأ من صورة وينتهي بأخرى</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>كلمات</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>نحو {time}</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} يوم</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} س</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} ث</translation>
    </message>
    <message>
        <source>{size} graphics memory</source>
        <translation>‏{size} من ذاكرة الرسوميات</translation>
    </message>
    <message>
        <source>{size} memory</source>
        <translation>‏{size} من الذاكرة</translation>
    </message>
    <message>
        <source>{time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>{time} · {memory}</source>
        <translation>{time} · {memory}</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>Drafts run at {subject} frames a second.</source>
        <translation>تسير المسودات بسرعة {subject} إطارًا في الثانية.</translation>
    </message>
    <message>
        <source>Graphics memory ran out, so the model's parts were brought to the card in turn.</source>
        <translation>نفدت ذاكرة الرسوميات، فنُقلت أجزاء النموذج إلى البطاقة بالتناوب.</translation>
    </message>
    <message>
        <source>It wants about {wants} GB of {memory} and this machine has {has}: it may fail, or be very slow.</source>
        <translation>يحتاج إلى نحو {wants} GB من {memory} وفي هذا الجهاز {has}: قد يفشل أو يبطؤ كثيرًا.</translation>
    </message>
    <message>
        <source>Its weights are rounded to 8 bits to fit, which changes pictures a little.</source>
        <translation>تُقرَّب أوزانه إلى 8 بتات لتتسع الذاكرة، فتتغير الصور قليلًا.</translation>
    </message>
    <message>
        <source>Memory ran out, so the model ran without being compiled.</source>
        <translation>نفدت الذاكرة، فعمل النموذج دون ترجمة مسبقة.</translation>
    </message>
    <message>
        <source>Memory ran out, so the model's weights were rounded.</source>
        <translation>نفدت الذاكرة، فقُرّبت أوزان النموذج.</translation>
    </message>
    <message>
        <source>Memory ran out, so the pictures were decoded tile by tile.</source>
        <translation>نفدت الذاكرة، ففُكّت الصور قطعة قطعة.</translation>
    </message>
    <message>
        <source>No graphics card can be used here, so the processor does it all.</source>
        <translation>لا يمكن استعمال أي بطاقة رسوميات هنا، فيقوم المعالج بكل شيء.</translation>
    </message>
    <message>
        <source>On the processor this takes about {time}.</source>
        <translation>يستغرق هذا على المعالج نحو {time}.</translation>
    </message>
    <message>
        <source>Only the first {subject} references are used.</source>
        <translation>تُستعمل أول {subject} مراجع فقط.</translation>
    </message>
    <message>
        <source>Steps can't be left out with this model, so each was computed whole.</source>
        <translation>لا يمكن ترك خطوات مع هذا النموذج، فحُسبت كل خطوة كاملة.</translation>
    </message>
    <message>
        <source>That take is shorter than what the film shows of the shot. Trim the clips first.</source>
        <translation>تلك النسخة أقصر مما يعرضه الفيلم من اللقطة. قصّ المقاطع أولًا.</translation>
    </message>
    <message>
        <source>The engine stopped in the middle of it, so the take was begun anew.</source>
        <translation>توقف المحرك في منتصفها، فبدأت النسخة من جديد.</translation>
    </message>
    <message>
        <source>The model can't keep the draft's framing.</source>
        <translation>لا يستطيع النموذج الحفاظ على تأطير المسودة.</translation>
    </message>
    <message>
        <source>The model can't be told how far it may leave what it goes by.</source>
        <translation>لا يمكن تحديد مدى ابتعاد النموذج عما يستند إليه.</translation>
    </message>
    <message>
        <source>The model doesn't use the {subject}.</source>
        <translation>لا يستعمل النموذج «{subject}».</translation>
    </message>
    <message>
        <source>The model keeps the draft's framing only in its first and its last picture.</source>
        <translation>يحافظ النموذج على تأطير المسودة في الصورتين الأولى والأخيرة فقط.</translation>
    </message>
    <message>
        <source>The model keeps the draft's framing only in its first picture.</source>
        <translation>يحافظ النموذج على تأطير المسودة في الصورة الأولى فقط.</translation>
    </message>
    <message>
        <source>The model makes {subject} frames a second.</source>
        <translation>يصنع النموذج {subject} إطارًا في الثانية.</translation>
    </message>
    <message>
        <source>The model makes {subject} frames, more than the shot needs.</source>
        <translation>يصنع النموذج {subject} إطارًا، وهو أكثر مما تحتاج إليه اللقطة.</translation>
    </message>
    <message>
        <source>The model makes {subject} pixels.</source>
        <translation>يصنع النموذج {subject} بكسل.</translation>
    </message>
    <message>
        <source>The model makes {subject} seconds, which are slowed to the shot's length.</source>
        <translation>يصنع النموذج {subject} ثانية، وتُبطَّأ إلى مدة اللقطة.</translation>
    </message>
    <message>
        <source>The shot is longer than what the model makes at once: it comes in parts.</source>
        <translation>اللقطة أطول مما يصنعه النموذج دفعة واحدة، فتأتي في أجزاء.</translation>
    </message>
    <message>
        <source>The model needs a film to go by, so it goes by the draft.</source>
        <translation>يحتاج النموذج إلى فيلم يسير عليه، فيسير على المسودة.</translation>
    </message>
    <message>
        <source>The model needs a first and a last picture, so the draft gives what is missing.</source>
        <translation>يحتاج النموذج إلى صورة أولى وأخيرة، فتعطي المسودة ما ينقص.</translation>
    </message>
    <message>
        <source>The model needs a first picture, so it starts from the draft's.</source>
        <translation>يحتاج النموذج إلى صورة أولى، فيبدأ من صورة المسودة.</translation>
    </message>
    <message>
        <source>The model runs only as “{subject}”.</source>
        <translation>لا يعمل النموذج إلا بوضع «{subject}».</translation>
    </message>
    <message>
        <source>The picture measures {subject} pixels.</source>
        <translation>قياس الصورة {subject} بكسل.</translation>
    </message>
    <message>
        <source>The seed has become {subject}.</source>
        <translation>صارت البذرة {subject}.</translation>
    </message>
    <message>
        <source>The shot lasts {subject} seconds.</source>
        <translation>تدوم اللقطة {subject} ثانية.</translation>
    </message>
    <message>
        <source>The {card} has too little memory for it.</source>
        <translation>ذاكرة {card} لا تكفيه.</translation>
    </message>
    <message>
        <source>The {card} is not used: PyTorch is installed without support for it.</source>
        <translation>لا تُستعمل {card}: ثُبّتت PyTorch دون دعم لها.</translation>
    </message>
    <message>
        <source>The {subject} counts only as the draft shows it.</source>
        <translation>لا يُحسب «{subject}» إلا كما تُظهره المسودة.</translation>
    </message>
    <message>
        <source>This is rough: it is foreseen better once the model is here.</source>
        <translation>هذا تقدير تقريبي: يصير أدق متى كان النموذج هنا.</translation>
    </message>
    <message>
        <source>{file} brings program code.</source>
        <translation>يحمل {file} شفرة برمجية.</translation>
    </message>
    <message>
        <source>{file} can't be read: {why}.</source>
        <translation>تعذّرت قراءة {file}: {why}.</translation>
    </message>
    <message>
        <source>{file} could run any program when it is opened.</source>
        <translation>قد يشغّل {file} أي برنامج عند فتحه.</translation>
    </message>
    <message>
        <source>{file} has {size} bytes instead of {wanted}.</source>
        <translation>في {file} من البايتات {size} بدلًا من {wanted}.</translation>
    </message>
    <message>
        <source>{file} is damaged: {why}.</source>
        <translation>‏{file} تالف: {why}.</translation>
    </message>
    <message>
        <source>{file} is missing.</source>
        <translation>‏{file} مفقود.</translation>
    </message>
    <message>
        <source>{file} is not what it was.</source>
        <translation>‏لم يعد {file} كما كان.</translation>
    </message>
</context>
<context>
    <name>references</name>
    <message>
        <source>A model goes on from its end; drafts leave it out</source>
        <translation>يتابع النموذج من نهايته، والمسوّدات تتركه</translation>
    </message>
    <message>
        <source>A model makes its see-through part anew; drafts leave it out</source>
        <translation>يصنع النموذج جزأه الشفاف من جديد، والمسوّدات تتركه</translation>
    </message>
    <message>
        <source>A sail, flag, sign or shirt in the shot carries it</source>
        <translation>يحمله شراع أو علم أو لافتة أو قميص في اللقطة</translation>
    </message>
    <message>
        <source>Backdrop</source>
        <translation>خلفية</translation>
    </message>
    <message>
        <source>Cut out, it plays the main subject</source>
        <translation>يُقصّ من خلفيته ويؤدي دور الموضوع الرئيسي</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>ملء</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>شعار</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>ألوان</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>The shot ends on it</source>
        <translation>تنتهي اللقطة به</translation>
    </message>
    <message>
        <source>The shot plays in front of it</source>
        <translation>تجري اللقطة أمامه</translation>
    </message>
    <message>
        <source>The shot starts from it</source>
        <translation>تبدأ اللقطة منه</translation>
    </message>
    <message>
        <source>The shot takes its colours</source>
        <translation>تأخذ اللقطة ألوانه</translation>
    </message>
</context>
<context>
    <name>subjects</name>
    <message>
        <source>backdrop</source>
        <translation>الخلفية</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>film to go by</source>
        <translation>الفيلم المرجعي</translation>
    </message>
    <message>
        <source>film to go on from</source>
        <translation>الفيلم الذي يُتابَع منه</translation>
    </message>
    <message>
        <source>first picture</source>
        <translation>الصورة الأولى</translation>
    </message>
    <message>
        <source>graphics memory</source>
        <translation>ذاكرة الرسوميات</translation>
    </message>
    <message>
        <source>it needs a film to go on from</source>
        <translation>يحتاج إلى فيلم يتابع منه</translation>
    </message>
    <message>
        <source>it needs a film with a hole</source>
        <translation>يحتاج إلى فيلم فيه فراغ</translation>
    </message>
    <message>
        <source>it needs a picture of something to show</source>
        <translation>يحتاج إلى صورة لشيء يُظهره</translation>
    </message>
    <message>
        <source>last picture</source>
        <translation>الصورة الأخيرة</translation>
    </message>
    <message>
        <source>logo</source>
        <translation>الشعار</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>لوحة الألوان</translation>
    </message>
    <message>
        <source>photo of the subject</source>
        <translation>صورة الموضوع</translation>
    </message>
    <message>
        <source>picture of the style</source>
        <translation>صورة الأسلوب</translation>
    </message>
    <message>
        <source>picture with a hole</source>
        <translation>الصورة ذات الفراغ</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} يوم</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} ساعة</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} دقيقة</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} ثانية</translation>
    </message>
</context>
<context>
    <name>takes</name>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>draft's framing</source>
        <translation>تأطير المسودة</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>البذرة {seed}</translation>
    </message>
    <message>
        <source>{number} · {name}</source>
        <translation>‏{number} · {name}</translation>
    </message>
</context>
<context>
    <name>territories</name>
    <message>
        <source>European Union</source>
        <translation>الاتحاد الأوروبي</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>كوريا الجنوبية</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>المملكة المتحدة</translation>
    </message>
    <message>
        <source>United States of America</source>
        <translation>الولايات المتحدة الأمريكية</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Action</source>
        <translation>فعل</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>مزاج</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>مكان</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>صوت</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>الأسلوب</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>موضوع</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>وقت</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>طقس</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>كلمة</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>يُرسم</translation>
    </message>
    <message>
        <source>drawn as a silhouette of {drawn_as}</source>
        <translation>يُرسم ظلًّا: {drawn_as}</translation>
    </message>
    <message>
        <source>drawn as {drawn_as}</source>
        <translation>يُرسم: {drawn_as}</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>يُسمع</translation>
    </message>
    <message>
        <source>not drawn in drafts</source>
        <translation>لا يُرسم في المسودات</translation>
    </message>
    <message>
        <source>understood</source>
        <translation>مفهوم</translation>
    </message>
</context>
</TS>
